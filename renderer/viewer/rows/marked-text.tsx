import { aroundMark, type Extent } from '../blocks.ts';

interface MarkedTextProps {
  readonly text: string;
  /** The stretch that is drawn. */
  readonly extent: Extent;
  readonly mark: Extent | null;
}

/** A stretch of a document's text with what is quoted of it. */
export function MarkedText({ text, extent, mark }: MarkedTextProps) {
  const [start, from, to, end] = aroundMark({ ...extent, place: null }, mark);
  return (
    <>
      {text.slice(start, from)}
      {to > from ? <mark>{text.slice(from, to)}</mark> : null}
      {text.slice(to, end)}
    </>
  );
}
