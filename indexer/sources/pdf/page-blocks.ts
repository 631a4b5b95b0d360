import type { PageLine } from './page-lines.ts';

/** A paragraph, heading or table of a page: its text, lines that a program wrapped joined again. */
export interface PageBlock {
  readonly text: string;
  readonly size: number;
  readonly lines: number;
  /** The depth of the heading that the file itself says it is. */
  readonly level: number | undefined;
}

/** Baselines further apart than this many sizes are two paragraphs. */
const widestLeading = 1.75;
/** Blocks narrower than this many sizes are lists and cells, not running text that was wrapped. */
const narrowestColumn = 14;
const listMark = /^(?:[-•–▪·*]|\(?(?:\d{1,3}|[a-z])[.)])\s/;

/** Groups the lines of a page into blocks by distance, size and direction. */
export function pageBlocks(lines: readonly PageLine[]): PageBlock[] {
  const blocks: PageLine[][] = [];
  for (const line of lines) {
    const open = blocks.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && continues(last, line)) open.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => ({
    text: joined(block),
    size: Math.max(...block.map(({ size }) => size)),
    lines: block.length,
    level: block[0]?.level,
  }));
}

function continues(last: PageLine, line: PageLine): boolean {
  const size = Math.max(last.size, line.size);
  const step = line.down - last.down;
  const sameSize = Math.abs(last.size - line.size) <= size * 0.12;
  const overlaps = line.start < last.end && line.end > last.start;
  const sameKind = last.angle === line.angle && last.level === line.level;
  return sameKind && sameSize && step > 0 && step <= size * widestLeading && overlaps;
}

/**
 * A line end is the program's where the next word would not have fitted between the margins of the block; other line
 * ends are the writer's and stay: addresses, verses, tables.
 */
function joined(block: readonly PageLine[]): string {
  const right = Math.max(...block.map(({ end }) => end));
  const left = Math.min(...block.map(({ start }) => start));
  const running = right - left >= narrowestColumn * Math.max(...block.map(({ size }) => size));
  let text = '';
  for (const [index, line] of block.entries()) {
    const before = block[index - 1];
    const shown = line.text.replace(/\s+/g, ' ').trim();
    if (before === undefined) text = shown;
    else if (!running || !isForced(before, line, right) || listMark.test(shown)) text += `\n${shown}`;
    else text = withoutHyphen(text, shown);
  }
  return text;
}

function isForced(before: PageLine, line: PageLine, right: number): boolean {
  if (before.gaps.length > 0 || line.gaps.length > 0) return false;
  const shown = line.text.trim();
  const space = shown.search(/[\s\u3000-\u9fff]/);
  const firstWord = space === -1 ? shown.length : Math.max(1, space);
  const letter = (line.end - line.start) / Math.max(1, shown.length);
  return before.end + (firstWord + 1) * letter > right;
}

/** Joins two lines of one paragraph; a hyphen between small letters at the line's end divides one word. */
function withoutHyphen(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  if (/[-\u2010/]$/.test(text) || /[\u3000-\u9fff]$/.test(text)) return text + next;
  return `${text} ${next}`;
}
