import { useId } from 'react';
import type { Citation } from '#main/contract/ask.ts';
import { fileInWords, placeInWords } from '#main/contract/document-words.ts';
import { dayOf } from '../wording/dates.ts';
import styles from './citation-list.module.css';

const { part, sources, label, source, marked, number, head, where, path, quote, also } = styles;

interface CitationListProps {
  readonly title?: string;
  readonly citations: readonly Citation[];
  /** Sentences refer to them by their numbers. */
  readonly numbered?: boolean;
  readonly onCite: (n: number) => void;
}

/** Where the answer comes from: each citation with its document, place and quote, to open at that place. */
export function CitationList({ title = 'Sources', citations, numbered = true, onCite }: CitationListProps) {
  const heading = useId();
  if (citations.length === 0) return null;
  return (
    <section className={part} aria-labelledby={heading}>
      <h3 id={heading} className={label}>
        {title}
      </h3>
      <ol className={sources}>
        {citations.map((citation) => (
          <li key={citation.n}>
            <button
              type="button"
              className={numbered ? `${source} ${marked}` : source}
              onClick={() => onCite(citation.n)}
            >
              {numbered ? <span className={number}>[{citation.n}]</span> : null}
              <span className={head}>
                <strong>{citation.title}</strong>
                <span className={where}>{whereOf(citation)}</span>
              </span>
              <span className={path}>{fileInWords(citation)}</span>
              <span className={quote}>{citation.quote}</span>
              {citation.also?.map((place) => (
                <span key={place.documentId} className={also}>
                  also in {place.title} · {fileInWords(place)}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function whereOf({ place, date, member }: Citation): string {
  return [member ?? '', placeInWords(place), dayOf(date)].filter((part) => part !== '').join(' · ');
}
