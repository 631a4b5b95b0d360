import { useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentView, Place } from '#main/contract/document.ts';
import { placeInWords } from '#main/contract/document-words.ts';
import { Button } from '../design/button.tsx';
import { Hidden } from '../design/hidden.tsx';
import {
  aroundMark,
  type Block,
  blocksOf,
  type Extent,
  extentAround,
  moreAbove,
  moreBelow,
} from './blocks.ts';
import styles from './document-text.module.css';

const { text: textBox, block: blockBox, place: placeBox, line, numbered } = styles;

interface DocumentTextProps {
  readonly document: DocumentView;
  readonly mark: Extent | null;
}

/** A document's text as plain text, whatever it holds, with its places named and the quote scrolled into view. */
export function DocumentText({ document, mark }: DocumentTextProps) {
  const { text, places } = document;
  const [extent, setExtent] = useState(() => extentAround(mark, text.length));
  const blocks = useMemo(() => blocksOf(places, extent), [places, extent]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={box} className={textBox}>
      {extent.start > 0 ? (
        <Button look="quiet" onClick={() => setExtent(moreAbove(extent))}>
          Show more above
        </Button>
      ) : null}
      {blocks.map((block) => (
        <BlockText key={block.start} block={block} text={text} mark={mark} />
      ))}
      {extent.end < text.length ? (
        <Button look="quiet" onClick={() => setExtent(moreBelow(extent, text.length))}>
          Show more below
        </Button>
      ) : null}
    </div>
  );
}

interface BlockTextProps {
  readonly block: Block;
  readonly text: string;
  readonly mark: Extent | null;
}

function BlockText({ block, text, mark }: BlockTextProps) {
  const [start, from, to, end] = aroundMark(block, mark);
  // Empty lines between two paragraphs: the space between them says it.
  if (block.place === null && text.slice(start, end).trim() === '') return null;
  const paragraph = (
    <p className={blockBox} dir="auto">
      {text.slice(start, from)}
      {to > from ? <mark>{text.slice(from, to)}</mark> : null}
      {text.slice(to, end)}
    </p>
  );
  if (block.place === null) return paragraph;
  const numbering = numberOf(block.place);
  if (numbering !== null) {
    return (
      <div className={numbered}>
        <span className={line}>
          <Hidden>{numbering.unit} </Hidden>
          {numbering.number}
        </span>
        {paragraph}
      </div>
    );
  }
  return (
    <>
      <h3 className={placeBox}>{placeInWords(block.place)}</h3>
      {paragraph}
    </>
  );
}

/** Lines, and rows of a sheet, are many: they are numbered at the side; other places are headings. */
function numberOf(place: Place): { readonly unit: string; readonly number: string } | null {
  if ('line' in place) return { unit: 'line', number: String(place.line) };
  if ('cells' in place) return { unit: place.sheet, number: place.cells.split(':', 1)[0] ?? '' };
  return null;
}
