import type { Bytes } from '../ole/bytes.ts';
import type { Fib, TableRange } from './fib.ts';
import { type Sprm, sprmsOf } from './sprms.ts';
import { readStyles, type StyleFormat } from './styles.ts';

const pageBytes = 512;
/** Against tables that name the same page over and over: a page holds some hundred runs. */
const mostPages = 50_000;

/** A stretch of the document stream whose characters or paragraphs have the same properties. */
export interface FormattedRun<Format> {
  readonly from: number;
  readonly to: number;
  readonly format: Format;
}

export interface ParagraphFormat {
  /** 1 to 6 for a heading, 0 for anything else. */
  readonly headingLevel: number;
  readonly inTable: boolean;
  readonly endsRow: boolean;
  readonly isListItem: boolean;
  readonly listDepth: number;
  readonly isShaded: boolean;
}

export interface CharacterFormat {
  readonly isHidden: boolean;
  readonly isWhite: boolean;
  readonly isShaded: boolean;
}

const bodyParagraph: ParagraphFormat = {
  headingLevel: 0,
  inTable: false,
  endsRow: false,
  isListItem: false,
  listDepth: 0,
  isShaded: false,
};

/** Runs of characters that differ from plain ones ([MS-DOC] 2.9.33 ChpxFkp), by their place in the stream. */
export function readCharacterRuns(
  document: Bytes,
  table: Bytes,
  range: TableRange,
): FormattedRun<CharacterFormat>[] {
  const runs: FormattedRun<CharacterFormat>[] = [];
  for (const { page, count } of pagesOf(document, table, range))
    for (let index = 0; index < count; index += 1) {
      const offset = document.u8(page + 4 * (count + 1) + index) * 2;
      if (offset === 0) continue;
      const at = page + offset;
      const format = characterFormat(sprmsOf(document, at + 1, at + 1 + document.u8(at)));
      if (format.isHidden || format.isWhite || format.isShaded)
        runs.push({ ...ends(document, page, index), format });
    }
  return runs.sort((a, b) => a.from - b.from);
}

/** Paragraphs that differ from plain ones ([MS-DOC] 2.9.175 PapxFkp). */
export function readParagraphRuns(
  document: Bytes,
  table: Bytes,
  { paragraphRuns, styles }: Pick<Fib, 'paragraphRuns' | 'styles'>,
): FormattedRun<ParagraphFormat>[] {
  const runs: FormattedRun<ParagraphFormat>[] = [];
  const styleOf = readStyles(table, styles);
  for (const { page, count } of pagesOf(document, table, paragraphRuns))
    for (let index = 0; index < count; index += 1) {
      const offset = document.u8(page + 4 * (count + 1) + index * 13) * 2;
      const format = offset === 0 ? bodyParagraph : paragraphAt(document, page + offset, styleOf);
      runs.push({ ...ends(document, page, index), format });
    }
  return runs.sort((a, b) => a.from - b.from);
}

/** The run that holds a byte of the stream. */
export function runAt<Format>(
  runs: readonly FormattedRun<Format>[],
  at: number,
): FormattedRun<Format> | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && at < run.to ? run : undefined;
}

function* pagesOf(
  document: Bytes,
  table: Bytes,
  { at, length }: TableRange,
): Iterable<{ page: number; count: number }> {
  const pages = Math.min(mostPages, Math.floor((length - 4) / 8));
  for (let index = 0; index < pages; index += 1) {
    const page = (table.u32(at + 4 * (pages + 1) + 4 * index) & 0x3fffff) * pageBytes;
    if (document.has(page, pageBytes))
      yield { page, count: Math.min(101, document.u8(page + pageBytes - 1)) };
  }
}

function ends(document: Bytes, page: number, index: number): { from: number; to: number } {
  return { from: document.u32(page + 4 * index), to: document.u32(page + 4 * (index + 1)) };
}

function paragraphAt(document: Bytes, at: number, styleOf: (style: number) => StyleFormat): ParagraphFormat {
  const words = document.u8(at);
  const start = words === 0 ? at + 2 : at + 1;
  const end = words === 0 ? start + 2 * document.u8(at + 1) : start + 2 * words - 1;
  const format = { ...bodyParagraph, ...styleOf(document.u16(start)) };
  for (const { code, value } of sprmsOf(document, start + 2, end)) {
    if (code === 0x2640) format.headingLevel = value < 9 ? Math.min(6, value + 1) : 0;
    else if (code === 0x2416 || code === 0x244b) format.inTable = value !== 0;
    else if (code === 0x2417 || code === 0x244c) format.endsRow = value !== 0;
    else if (code === 0x460b) format.isListItem = value !== 0 && value !== 0xf801;
    else if (code === 0x442d || code === 0xc64d || code === 0xd609 || code === 0xd612) format.isShaded = true;
    else if (code === 0x260a) format.listDepth = Math.min(8, value);
  }
  return format;
}

/** Half-points: text of one point and less cannot be read. */
const smallestHalfPoints = 2;

function characterFormat(sprms: Iterable<Sprm>): CharacterFormat {
  const format = { isHidden: false, isWhite: false, isShaded: false };
  for (const { code, value } of sprms) {
    if (code === 0x083c || code === 0x0800) format.isHidden ||= value === 1;
    else if (code === 0x4a43) format.isHidden ||= value <= smallestHalfPoints;
    else if (code === 0x2a42) format.isWhite = value === 8;
    else if (code === 0x6870) format.isWhite = (value & 0xffffff) === 0xffffff && value >>> 24 === 0;
    else if (code === 0x4866 || code === 0xca71 || code === 0x2a0c) format.isShaded = true;
  }
  return format;
}
