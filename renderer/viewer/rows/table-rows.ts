import type { PlacedRange } from '#main/contract/document.ts';

export interface TableCell {
  readonly start: number;
  readonly end: number;
}

/** A row of a sheet or a table: its number there, and where each cell's text stands in the document's. */
export interface TableRow {
  /** Of a workbook the sheet it is in, where another one was before; else null. */
  readonly sheet: string | null;
  readonly number: string;
  /** By column; null where there is nothing before the first cell. */
  readonly cells: readonly (TableCell | null)[];
}

/** Ends a cell of a row, as the parsers of tables write it; an empty one has nothing before it. */
const cellEnd = / \|(?= |$)/g;

/** The rows of a document whose passages are rows. */
export function tableRows(text: string, places: readonly PlacedRange[]): readonly TableRow[] {
  let sheet = '';
  return places.map(({ start, end, place }) => {
    const cells = cellsOf(text, start, end);
    if (!('cells' in place)) {
      const number = 'line' in place ? String(place.line) : '';
      return { sheet: null, number, cells };
    }
    const [, letters = 'A', number = ''] = /^([A-Z]+)(\d+)/.exec(place.cells) ?? [];
    const isNew = place.sheet !== sheet;
    sheet = place.sheet;
    const before = Array.from({ length: columnOf(letters) }, () => null);
    return { sheet: isNew ? sheet : null, number, cells: [...before, ...cells] };
  });
}

/** The row with the names of the columns: the first of several cells, where none of them is a number or a date; null for none. */
export function headerOf(text: string, rows: readonly TableRow[]): TableRow | null {
  const first = rows.find(({ cells }) => cells.filter((cell) => cell !== null).length > 1);
  const isNamed = (cell: TableCell | null) =>
    cell === null || !/^[\s\d.,:/€$£%+-]*$/.test(text.slice(cell.start, cell.end));
  return first?.cells.every(isNamed) === true ? first : null;
}

function cellsOf(text: string, start: number, end: number): readonly TableCell[] {
  const row = text.slice(start, end);
  const cells: TableCell[] = [];
  let at = 0;
  for (const { index } of [...row.matchAll(cellEnd), { index: row.length }]) {
    const from = row[at] === ' ' && at < index ? at + 1 : at;
    cells.push({ start: start + from, end: start + index });
    at = index + 2;
  }
  return cells;
}

/** Of A1 notation, from 0; a sheet has no more than some thousand, and none is drawn so far out. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.min(column - 1, 40);
}
