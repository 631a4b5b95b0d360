import { useState } from 'react';
import type { Citation, Computed } from '#main/contract/ask.ts';
import { Button } from '../design/button.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { dayOf } from '../wording/dates.ts';
import { countOf } from '../wording/figures.ts';
import styles from './computed-result.module.css';

const { computed: box, sum, how, items, date, number } = styles;

const fewest = 6;
const step = 100;

interface ComputedResultProps {
  readonly computed: Computed;
  /** Those of listed documents give their number and place to the list. */
  readonly citations: readonly Citation[];
  readonly onView: OpenViewer;
}

/** A count from the index, with the condition that was counted and the list behind it. */
export function ComputedResult({ computed, citations, onView }: ComputedResultProps) {
  const [shown, setShown] = useState(fewest);
  const cited = new Map(citations.map((citation) => [citation.documentId, citation]));
  const viewed = computed.items.map(({ documentId, title }) => ({
    documentId,
    title,
    mark: cited.get(documentId) ?? null,
  }));
  const left = computed.items.length - shown;
  return (
    <section className={box} aria-label="Counted in the index">
      <p className={sum}>
        <strong>{countOf(computed.count)}</strong>
        <span>{computed.filter}</span>
      </p>
      {computed.items.length === 0 ? null : (
        <ol className={items}>
          {computed.items.slice(0, shown).map((item, index) => (
            <li key={item.documentId}>
              <button type="button" onClick={() => onView(viewed, index)}>
                <strong>
                  <CitedNumber citation={cited.get(item.documentId)} />
                  {item.title}
                </strong>
                <span className={date}>{dayOf(item.date)}</span>
                <small>{item.people.join(', ') || item.path}</small>
              </button>
            </li>
          ))}
        </ol>
      )}
      {left > 0 ? (
        <div>
          <Button look="quiet" onClick={() => setShown(shown + step)}>
            Show {countOf(Math.min(left, step))} more
          </Button>
        </div>
      ) : null}
      <p className={how}>{howCounted(computed)}</p>
    </section>
  );
}

function CitedNumber({ citation }: { readonly citation: Citation | undefined }) {
  return citation === undefined ? null : <span className={number}>[{citation.n}] </span>;
}

function howCounted({ count, items: listed }: Computed): string {
  const exact = 'Counted in the index, not estimated.';
  return listed.length < count ? `${exact} The list shows the first ${countOf(listed.length)}.` : exact;
}
