import type { Place, PlacedRange } from '#main/contract/document.ts';

/** A stretch of a document's text under one label; offsets are UTF-16, `end` exclusive. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Its place where the one before has another, else null: a page is named once. */
  readonly place: Place | null;
}

/** What of a document is drawn; a book of a million words would stall the page. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

const margin = 12_000;

/** The stretch around a place of the text, whole where the document is short. */
export function extentAround(mark: Extent | null, length: number): Extent {
  const start = Math.max(0, (mark?.start ?? 0) - margin);
  const end = Math.min(length, (mark?.end ?? 0) + margin);
  return { start: start < margin / 2 ? 0 : start, end: length - end < margin / 2 ? length : end };
}

export function moreAbove(extent: Extent): Extent {
  return { start: Math.max(0, extent.start - 2 * margin), end: extent.end };
}

export function moreBelow(extent: Extent, length: number): Extent {
  return { start: extent.start, end: Math.min(length, extent.end + 2 * margin) };
}

/** The text of `extent` cut where its place changes; text that no place covers stands under the place before it. */
export function blocksOf(places: readonly PlacedRange[], extent: Extent): readonly Block[] {
  const blocks: Block[] = [];
  let at = extent.start;
  let label = '';
  const put = (end: number, place: Place | null) => {
    const name = place === null ? label : JSON.stringify(place);
    if (end > at) {
      blocks.push({ start: at, end, place: name === label ? null : place });
      label = name;
    }
    at = Math.max(at, end);
  };
  for (const range of [...places].sort((a, b) => a.start - b.start)) {
    if (range.end <= at || range.start >= extent.end) continue;
    put(Math.min(range.start, extent.end), null);
    put(Math.min(range.end, extent.end), range.place);
  }
  put(extent.end, null);
  return blocks;
}

/** A block's text in three: before the mark, inside it and after it. */
export function aroundMark(block: Block, mark: Extent | null): readonly [number, number, number, number] {
  const from = Math.min(Math.max(mark?.start ?? block.end, block.start), block.end);
  const to = Math.max(Math.min(mark?.end ?? block.end, block.end), from);
  return [block.start, from, to, block.end];
}
