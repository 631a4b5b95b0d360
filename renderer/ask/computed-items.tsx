import { useCallback, useState } from 'react';
import { amountInWords } from '#main/contract/amount-words.ts';
import type { Citation, Computed, ComputedItem } from '#main/contract/ask.ts';
import { useClient } from '../connection/engine.tsx';
import { Button } from '../design/button.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { dayOf } from '../wording/dates.ts';
import { countOf } from '../wording/figures.ts';
import styles from './computed-result.module.css';

const { items: list, date, number } = styles;

const fewest = 6;
const step = 100;

interface ComputedItemsProps {
  readonly computed: Computed;
  readonly citations: readonly Citation[];
  readonly onView: OpenViewer;
}

/** The documents behind a figure: the first few, then as many as are asked for, from the engine where need be. */
export function ComputedItems({ computed, citations, onView }: ComputedItemsProps) {
  const [shown, setShown] = useState(fewest);
  const [items, fetchMore] = useAllItems(computed);
  const cited = new Map(citations.map((citation) => [citation.documentId, citation]));
  const viewed = items.map(({ documentId, title }) => ({
    documentId,
    title,
    mark: cited.get(documentId) ?? null,
  }));
  // Attachments, people and rows are more than the documents that they were counted in.
  const counts =
    computed.counted === undefined && computed.amount === undefined && computed.method === undefined;
  const left = (counts ? computed.count : items.length) - Math.min(shown, items.length);
  const showMore = () => {
    setShown(shown + step);
    if (shown + step > items.length) fetchMore();
  };
  if (items.length === 0) return null;
  return (
    <>
      <ol className={list}>
        {items.slice(0, shown).map((item, index) => (
          <li key={item.documentId}>
            <button type="button" onClick={() => onView(viewed, index)}>
              <strong>
                <CitedNumber citation={cited.get(item.documentId)} />
                {item.title}
              </strong>
              <span className={date}>
                {item.amount === undefined ? '' : `${amountInWords(item.amount, computed.unit ?? '')} · `}
                {dayOf(item.date)}
              </span>
              <small>{item.people.join(', ') || item.path}</small>
            </button>
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <div>
          <Button look="quiet" onClick={showMore}>
            Show {countOf(Math.min(left, step))} more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function CitedNumber({ citation }: { readonly citation: Citation | undefined }) {
  return citation === undefined ? null : <span className={number}>[{citation.n}] </span>;
}

/** What travelled with the answer, and once more is wanted what the engine lists under the same filter. */
function useAllItems({
  items: first,
  exactFilter,
  count,
}: Computed): readonly [readonly ComputedItem[], () => void] {
  const client = useClient();
  const [more, setMore] = useState<readonly ComputedItem[]>([]);
  const items = [...first, ...more];
  const offset = items.length;
  const fetchMore = useCallback(() => {
    if (client === null || offset >= count) return;
    const page = client.documents.list({ filter: exactFilter, offset, limit: step });
    // What cannot be had now can be asked for again: the button stays.
    page.then(
      ({ items: fetched }) => setMore((before) => [...before, ...newOnes(fetched, [...first, ...before])]),
      () => undefined,
    );
  }, [client, exactFilter, offset, count, first]);
  return [items, fetchMore];
}

function newOnes(fetched: readonly ComputedItem[], known: readonly ComputedItem[]): ComputedItem[] {
  const ids = new Set(known.map(({ documentId }) => documentId));
  return fetched.filter(({ documentId }) => !ids.has(documentId));
}
