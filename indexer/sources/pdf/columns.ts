import { lineOf, type PageLine } from './page-lines.ts';

/** Fewer lines side by side are a letterhead or a signature line. */
const fewestLines = 5;
/** Running text is at least this many sizes wide, without cells, and most of its lines are nearly as long as the longest. */
const narrowestText = 14;
const fullShare = 0.75;
const leastFull = 0.6;
/** In columns of text nearly every line has one beside it; in a table with wrapped cells many have none. */
const leastPaired = 0.8;

/** A line that leaves the gutter free, and what stands on either side of it. */
interface SplitLine {
  readonly line: PageLine;
  readonly parts: readonly PageLine[];
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Puts columns of text that were drawn across the page, row by row, one after the other. Where a program draws column
 * by column, as most do, and in tables, the order stays.
 */
export function inColumns(lines: readonly PageLine[]): readonly PageLine[] {
  const gutter = gutterOf(lines);
  if (gutter === null) return lines;
  const ordered: PageLine[] = [];
  let run: SplitLine[] = [];
  const flush = () => {
    ordered.push(...columnsOf(run, gutter));
    run = [];
  };
  for (const line of lines) {
    const parts = splitAt(line, gutter);
    if (parts === null) {
      flush();
      ordered.push(line);
    } else run.push({ line, parts });
  }
  flush();
  return ordered;
}

/** The middle of the gap that most lines leave; null where too few leave one. */
function gutterOf(lines: readonly PageLine[]): number | null {
  const gaps = lines.flatMap((line, index) => [...line.gaps, ...gapBefore(lines[index + 1], line)]);
  if (gaps.length < fewestLines) return null;
  const best = gaps
    .map(({ start, end }) => (start + end) / 2)
    .map((x) => ({ x, lines: gaps.filter(({ start, end }) => start < x && x < end).length }))
    .reduce((most, one) => (one.lines > most.lines ? one : most));
  return best.lines >= fewestLines ? best.x : null;
}

/** The gap to a line that is drawn next and stands beside it. */
function gapBefore(next: PageLine | undefined, line: PageLine): Gap[] {
  const isBeside = next !== undefined && onOneLevel(line, next) && next.start > line.end;
  return isBeside ? [{ start: line.end, end: next.start }] : [];
}

function onOneLevel(a: PageLine, b: PageLine): boolean {
  return a.angle === b.angle && Math.abs(a.down - b.down) < Math.max(a.size, b.size) * 0.3;
}

/** A line's parts left and right of the gutter; null where its text crosses it. */
function splitAt(line: PageLine, gutter: number): PageLine[] | null {
  if (line.end <= gutter || line.start >= gutter) return [line];
  if (!line.gaps.some(({ start, end }) => start < gutter && gutter < end)) return null;
  const parts = [
    line.pieces.filter(({ start }) => start < gutter),
    line.pieces.filter(({ start }) => start >= gutter),
  ];
  return parts.map(lineOf).filter((part) => part !== null);
}

function columnsOf(run: readonly SplitLine[], gutter: number): readonly PageLine[] {
  const parts = run.flatMap((line) => line.parts);
  const left = parts.filter(({ start }) => start < gutter);
  const right = parts.filter(({ start }) => start >= gutter);
  const areColumns = isText(left) && isText(right) && arePaired(left, right);
  return areColumns ? [...left, ...right] : run.map(({ line }) => line);
}

function isText(column: readonly PageLine[]): boolean {
  if (column.length < fewestLines) return false;
  const width = Math.max(...column.map(({ start, end }) => end - start));
  const full = column.filter(({ start, end, gaps }) => gaps.length === 0 && end - start >= width * fullShare);
  const size = Math.max(...column.map((line) => line.size));
  return width >= size * narrowestText && full.length >= column.length * leastFull;
}

/** True where, as far down as both go, lines stand beside lines. */
function arePaired(left: readonly PageLine[], right: readonly PageLine[]): boolean {
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  const paired = shorter.filter((line) => longer.some((other) => onOneLevel(line, other)));
  return paired.length >= shorter.length * leastPaired;
}
