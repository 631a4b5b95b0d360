import type { Extent } from '../blocks.ts';
import { findBrokenEnd, findLetters, lettersOf } from '../letters.ts';

/** Which pages a quote stands on, from 1, and its words. */
export interface PageMark {
  readonly quote: string;
  readonly firstPage: number;
  readonly lastPage: number;
}

/** Where a quote stands among the pieces of a page’s text: for each of them the stretch to mark. */
export function markedPieces(
  pieces: readonly string[],
  page: number,
  { quote, firstPage, lastPage }: PageMark,
): ReadonlyMap<number, Extent> {
  const text = lettersOf(pieces.join('\n'));
  const whole = findLetters(text, quote);
  const extents =
    whole.length > 0 || firstPage === lastPage ? whole : brokenOver(page, firstPage, text, quote);
  const marks = new Map<number, Extent>();
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    const end = start + piece.length;
    for (const extent of extents) {
      const from = Math.max(extent.start, start);
      const to = Math.min(extent.end, end);
      if (to > from) marks.set(index, { start: from - start, end: to - start });
    }
    start = end + 1;
  }
  return marks;
}

function brokenOver(
  page: number,
  firstPage: number,
  text: Parameters<typeof findBrokenEnd>[0],
  quote: string,
): readonly Extent[] {
  const end = findBrokenEnd(text, quote, page === firstPage ? 'first' : 'last');
  return end === null ? [] : [end];
}
