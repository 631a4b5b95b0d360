import { useEffect, useRef } from 'react';
import type { DocumentView, MentionedPerson } from '#main/contract/document.ts';
import { fileInWords, kindWords } from '#main/contract/document-words.ts';
import { dayOf } from '../wording/dates.ts';
import styles from './source-viewer.module.css';
import type { Viewed } from './use-viewing.ts';

const { about, path } = styles;

interface DocumentHeadProps {
  readonly headingId: string;
  readonly item: Viewed;
  /** Null while it loads. */
  readonly document: DocumentView | null;
}

export function DocumentHead({ headingId, item, document }: DocumentHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Another source takes the focus to its head; what the reader walks on with keeps it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each source that is opened.
  useEffect(() => {
    const isWalking = window.document.activeElement?.closest('[data-keeps-focus]') != null;
    if (!isWalking) heading.current?.focus({ preventScroll: true });
  }, [item]);
  return (
    <header className={about}>
      <h2 ref={heading} id={headingId} tabIndex={-1}>
        {item.mark === null ? null : `[${item.mark.n}] `}
        {document?.title ?? item.title}
      </h2>
      {document === null ? null : (
        <>
          <p>{factsOf(document)}</p>
          {peopleLines(document.people).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {document.tags.length === 0 ? null : <p>Tags: {document.tags.join(', ')}</p>}
          <p className={path}>{fileInWords(document)}</p>
          {document.copies.map((copy) => (
            <p key={fileInWords(copy)} className={path}>
              The same mail: {fileInWords(copy)}
            </p>
          ))}
        </>
      )}
    </header>
  );
}

function factsOf({ kind, date, isQuotation }: DocumentView): string {
  const [one] = kindWords[kind];
  const name = one.slice(0, 1).toUpperCase() + one.slice(1);
  return [
    name,
    ...(date === null ? [] : [dayOf(date)]),
    ...(isQuotation ? ['as another mail quotes it'] : []),
  ].join(', ');
}

const roleWords = { author: 'By', from: 'From', to: 'To', cc: 'Copy to' } as const;
const mostNames = 8;

function peopleLines(people: readonly MentionedPerson[]): readonly string[] {
  return (['author', 'from', 'to', 'cc'] as const).flatMap((role) => {
    const names = people
      .filter((person) => person.role === role)
      .map(({ name, address }) => name || address || '');
    if (names.length === 0) return [];
    const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
    return [`${roleWords[role]} ${names.slice(0, mostNames).join(', ')}${more}`];
  });
}
