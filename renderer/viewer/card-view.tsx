import { useMemo } from 'react';
import type { DocumentView } from '#main/contract/document.ts';
import { blocksOf, type Extent } from './blocks.ts';
import styles from './card-view.module.css';
import { MarkedText } from './rows/marked-text.tsx';

const { card, fact, words } = styles;

interface CardViewProps {
  readonly document: DocumentView;
  readonly mark: Extent | null;
}

interface Fact extends Extent {
  /** What the parser calls it: “When”, “Phone (work)”; null for text without a name. */
  readonly name: string | null;
}

/** A calendar entry or a contact: what it says of itself, fact by fact. */
export function CardView({ document: { text, places, title }, mark }: CardViewProps) {
  const facts = useMemo(() => factsOf(text, places), [text, places]);
  return (
    <dl className={card}>
      {facts.map((each) => {
        if (text.slice(each.start, each.end) === title && each.name === null) return null;
        return (
          <div key={each.start} className={each.name === null ? words : fact}>
            <dt>{each.name}</dt>
            <dd dir="auto">
              <MarkedText text={text} extent={each} mark={mark} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A name is short and begins like a sentence; what merely has a colon somewhere is text. */
const named = /^(\p{Lu}[^:\n]{1,30}): /u;

function factsOf(text: string, places: DocumentView['places']): readonly Fact[] {
  return blocksOf(places, { start: 0, end: text.length }).flatMap(({ start, end }) => {
    const raw = text.slice(start, end);
    const from = start + (raw.length - raw.trimStart().length);
    const to = start + raw.trimEnd().length;
    if (to <= from) return [];
    const name = named.exec(text.slice(from, to))?.[1] ?? null;
    return [{ name, start: name === null ? from : from + name.length + 2, end: to }];
  });
}
