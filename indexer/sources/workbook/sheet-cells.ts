import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { unseenPattern } from './unseen-styles.ts';

/** The last row and column of any spreadsheet program, counting from 0. */
const lastRow = 1_048_575;
const lastColumn = 16_383;
/** Excel counts days from the end of 1899. */
const daysBefore1970 = 25_569;
/** Merged ranges that are looked at in one row; real ones do not overlap, so a row holds few. */
const mostMergesInRow = 100;

export interface SheetCell {
  /** Counting from 0. */
  readonly column: number;
  /** As a person sees it, in one line. */
  readonly text: string;
}

export interface SheetRow {
  /** Counting from 0. */
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** How a workbook's sheets are read. */
export interface Reading {
  /** Takes what a person would not see. */
  readonly hide: (text: string) => void;
  /** Days between 1900 and the workbook's own first day: 0, or 1,462 where it counts from 1904. */
  readonly epochDays: number;
}

/** The rows of a sheet that show something. What a person would not see goes to `hide`: hidden rows and columns, white text, comments. */
export function* rowsOf(sheet: WorkSheet, { hide, epochDays }: Reading): Iterable<SheetRow> {
  const rows = sheet['!data'] ?? [];
  const merges = new Merges(sheet['!merges'] ?? []);
  // Conditional formats and styled tables give cells a background that their own format does not tell.
  const coloured = sheet['!autofilter'] !== undefined;
  for (const row of indexes(rows, lastRow)) {
    const cells = rows[row] ?? [];
    const rowHidden = sheet['!rows']?.[row]?.hidden === true;
    merges.enter(row);
    const shown: SheetCell[] = [];
    for (const column of indexes(cells, lastColumn)) {
      const cell = cells[column];
      if (cell === undefined) continue;
      for (const comment of cell.c ?? []) hide(comment.t);
      const text = textOf(cell, epochDays);
      if (text === '') continue;
      const hidden =
        rowHidden ||
        sheet['!cols']?.[column]?.hidden === true ||
        merges.cover(row, column) ||
        isBlanked(cell);
      if (hidden || (!coloured && isUnseen(cell))) hide(text);
      else shown.push({ column, text });
    }
    if (shown.length > 0) yield { row, cells: shown };
  }
}

/** Indexes of the elements that exist, in order: a single cell may stand in row 1,048,576 or, in a broken file, anywhere. */
function indexes(sparse: readonly unknown[], last: number): number[] {
  return Object.keys(sparse)
    .map(Number)
    .filter((index) => Number.isInteger(index) && index >= 0 && index <= last)
    .sort((a, b) => a - b);
}

function textOf(cell: CellObject, epochDays: number): string {
  const { t, v, w, z } = cell;
  if (t === 'z') return '';
  const day = typeof v === 'number' ? shortDate(v + epochDays, z) : null;
  if (day !== null) return day;
  const shown = (w ?? '').replace(/\s+/g, ' ').trim();
  // A column's width decides how many digits of a long number show; an account number is searched by all of them.
  if (Number.isSafeInteger(v) && (z === undefined || z === 'General') && /^-?\d(?:\.\d+)?E\+\d+$/.test(shown))
    return String(v);
  if (shown !== '') return shown;
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE';
  return v instanceof Date ? v.toISOString() : String(v ?? '').trim();
}

/**
 * The short date of a person's own settings (formats 14 and 22, ECMA-376 18.8.30), whose order of day and month is
 * nowhere in the file: SheetJS gives the American one. Days before March 1900 count one off, as in Excel.
 */
function shortDate(days: number, format: CellObject['z']): string | null {
  if ((format !== 'm/d/yy' && format !== 'm/d/yy h:mm') || !(days >= 61 && days < 3_000_000)) return null;
  const time = new Date(Math.round(days * 86_400) * 1_000 - daysBefore1970 * 86_400_000).toISOString();
  return format === 'm/d/yy' ? time.slice(0, 10) : time.slice(0, 16).replace('T', ' ');
}

/** Formats such as `;;;` show nothing of a value. */
function isBlanked({ t, w }: CellObject): boolean {
  return w !== undefined && w.trim() === '' && t !== 's';
}

interface Style {
  readonly patternType?: string;
  readonly fgColor?: { readonly rgb?: string };
  readonly bgColor?: { readonly rgb?: string };
}

/** The marks of `unseen-styles.ts` and `xls-records.ts`. */
function isUnseen(cell: CellObject): boolean {
  // SheetJS types a cell's style as anything.
  const style = cell.s as Style | undefined;
  if (style?.patternType === unseenPattern) return true;
  const color = style?.fgColor?.rgb;
  return style?.patternType === 'gray0625' && color !== undefined && color === style.bgColor?.rgb;
}

/** Merged ranges: their first cell is shown, what stands in the others is not. */
class Merges {
  readonly #coming: Range[];
  #here: Range[] = [];

  constructor(merges: readonly Range[]) {
    this.#coming = merges.filter(({ s, e }) => s.r <= e.r && s.c <= e.c).sort((a, b) => b.s.r - a.s.r);
  }

  /** Rows are entered in their order. */
  enter(row: number): void {
    this.#here = this.#here.filter(({ e }) => e.r >= row);
    for (let next = this.#coming.at(-1); next !== undefined && next.s.r <= row; next = this.#coming.at(-1)) {
      this.#coming.pop();
      if (next.e.r >= row && this.#here.length < mostMergesInRow) this.#here.push(next);
    }
  }

  cover(row: number, column: number): boolean {
    return this.#here.some(({ s, e }) => s.c <= column && column <= e.c && !(s.r === row && s.c === column));
  }
}
