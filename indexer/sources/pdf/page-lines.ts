import type { TaggedItem, TextItem } from './tagged-order.ts';

/** A line of a page in the reading direction of its text. Lengths are in points; `along` and `down` are the text's own axes. */
export interface PageLine {
  readonly text: string;
  readonly size: number;
  /** Where it starts and ends along its direction. */
  readonly start: number;
  readonly end: number;
  /** Its baseline across its direction, growing downwards. */
  readonly down: number;
  /** Direction in quarter degrees, so that slanted text stays together. */
  readonly angle: number;
  /** Gaps inside it that are too wide for one between words: it is cells of a table or lines of two columns. */
  readonly gaps: readonly { readonly start: number; readonly end: number }[];
  /** The depth of the heading it is tagged as. */
  readonly level: number | undefined;
  readonly pieces: readonly Placed[];
}

interface Placed {
  readonly text: string;
  readonly level: number | undefined;
  readonly size: number;
  readonly start: number;
  readonly end: number;
  readonly down: number;
  readonly angle: number;
  readonly endsLine: boolean;
}

/** Smaller text than this cannot be read on paper. */
const smallestSize = 1.5;

/** Words of justified text stand at most this many sizes apart. */
const widestWordGap = 1.5;

export interface PageText {
  readonly lines: readonly PageLine[];
  /** Text too small to read, or off the page. */
  readonly hidden: readonly string[];
}

/** Joins a page's pieces of text into lines, in reading order; `hides` says which are not seen. */
export function pageLines(
  items: readonly TaggedItem[],
  view: readonly number[],
  hides: (text: string) => boolean,
): PageText {
  const lines: PageLine[] = [];
  const hidden: string[] = [];
  let open: Placed[] = [];
  const flush = () => {
    const line = lineOf(open);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const { item, level } of items) {
    const placed = { ...place(item), level };
    if (item.str.trim() !== '' && (placed.size < smallestSize || isOffPage(item, view) || hides(item.str))) {
      hidden.push(item.str);
      continue;
    }
    const last = open.findLast(({ text }) => text.trim() !== '');
    if (last !== undefined && placed.text.trim() !== '' && !isSameLine(last, placed)) flush();
    open.push(placed);
    if (placed.endsLine) flush();
  }
  flush();
  return { lines, hidden };
}

function place({ str, transform, width, height, hasEOL, dir }: TextItem): Omit<Placed, 'level'> {
  const [a, b, c, d, x, y] = transform as number[];
  if (dir === 'ttb') {
    const size = Math.hypot(a ?? 0, b ?? 0);
    return {
      text: str,
      size,
      start: -(y ?? 0),
      end: -(y ?? 0) + height,
      down: -(x ?? 0),
      angle: 360,
      endsLine: hasEOL,
    };
  }
  const size = Math.hypot(c ?? 0, d ?? 0) || height;
  const radians = Math.atan2(b ?? 0, a ?? 1);
  const along = (x ?? 0) * Math.cos(radians) + (y ?? 0) * Math.sin(radians);
  const down = (x ?? 0) * Math.sin(radians) - (y ?? 0) * Math.cos(radians);
  const angle = Math.round((radians * 180) / Math.PI / 4) * 4;
  return { text: str, size, start: along, end: along + width, down, angle, endsLine: hasEOL };
}

function isOffPage(
  { transform, width, height }: TextItem,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): boolean {
  const [, , , , x = 0, y = 0] = transform as number[];
  // Text of a rotated page reaches in any direction from its origin.
  const reach = Math.max(width, height);
  return x + reach < left || x - reach > right || y + reach < bottom || y - reach > top;
}

/** Raised and lowered marks belong to the line; a step of most of a line does not, nor a jump back. */
function isSameLine(last: Placed, next: Placed): boolean {
  const size = Math.max(last.size, next.size);
  if (last.angle !== next.angle || Math.abs(last.down - next.down) > size * 0.6) return false;
  return next.start > last.start - size || next.end < last.start + size;
}

/** One line of pieces that stand beside each other; null where none of them shows anything. */
export function lineOf(items: readonly Placed[]): PageLine | null {
  const shown = items.filter(({ text }) => text.trim() !== '');
  const [first] = shown;
  if (first === undefined) return null;
  // The line's size is that of most of its text, not of a footnote mark.
  const main = shown.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return {
    text: items.map(({ text }) => text).join(''),
    size: main.size,
    start: Math.min(...shown.map(({ start }) => start)),
    end: Math.max(...shown.map(({ end }) => end)),
    down: main.down,
    angle: main.angle,
    gaps: gapsBetween(shown, main.size * widestWordGap),
    level: main.level,
    pieces: items,
  };
}

function gapsBetween(pieces: readonly Placed[], widest: number): PageLine['gaps'] {
  return pieces.flatMap(({ start }, index) => {
    const before = pieces[index - 1]?.end ?? start;
    return start - before > widest ? [{ start: before, end: start }] : [];
  });
}
