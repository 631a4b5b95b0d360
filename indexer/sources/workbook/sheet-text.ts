import type { WorkSheet } from '@e965/xlsx';
import type { DocumentText } from '../document-text.ts';
import { type Cells, headerIndex } from '../table/header-row.ts';
import { rowText } from '../table/row-text.ts';
import { type Reading, rowsOf, type SheetRow } from './sheet-cells.ts';
import { cellName, type Shape } from './xlsx-shapes.ts';

/** Rows of a table that are looked at to find the one that names its columns. */
const headRows = 20;
/** Columns of it that are looked at. */
const headColumns = 200;
/** Empty cells between two that are kept; rows far apart in a sheet hold thousands. */
const mostGap = 20;

export interface NamedSheet {
  readonly name: string;
  readonly sheet: WorkSheet;
  readonly shapes: readonly Shape[];
  /** False where a person has to ask for the sheet to see it. */
  readonly shown: boolean;
}

/** Adds a sheet's rows under its name; all of it to `hidden` where the sheet is not shown. */
export function addSheet(
  text: DocumentText,
  { name, sheet, shapes, shown }: NamedSheet,
  epochDays: number,
): void {
  const hide = (piece: string) => text.hide(piece);
  const reading: Reading = { hide, epochDays };
  if (!shown) {
    for (const { cells } of rowsOf(sheet, reading)) hide(cells.map((cell) => cell.text).join(' | '));
    for (const shape of shapes) hide(shape.text);
    return;
  }
  // A chart of its own page keeps the numbers it was drawn from as cells.
  const rows = sheet['!type'] === undefined || sheet['!type'] === 'sheet' ? rowsOf(sheet, reading) : [];
  let named = false;
  const addName = () => {
    if (!named) text.add(name, { role: 'heading', level: 1, place: { sheet: name, cells: 'A1' } });
    named = true;
  };
  let first = true;
  for (const table of tablesOf(rows)) {
    addName();
    addTable(text, name, table, first);
    first = false;
    if (text.truncated) return;
  }
  for (const { text: shape, cell } of shapes) {
    addName();
    text.add(shape, { role: 'paragraph', place: { sheet: name, cells: cell } });
  }
}

/** Rows without an empty one between them. */
function* tablesOf(rows: Iterable<SheetRow>): Iterable<readonly SheetRow[]> {
  let table: SheetRow[] = [];
  for (const row of rows) {
    const last = table.at(-1);
    if (last !== undefined && row.row > last.row + 1) {
      yield table;
      table = [];
    }
    table.push(row);
  }
  if (table.length > 0) yield table;
}

/** A table below another one may go on under the names of the first: it has its own only where that is plain. */
function addTable(text: DocumentText, sheet: string, table: readonly SheetRow[], isFirst: boolean): void {
  const head = table.slice(0, headRows);
  const from = Math.min(...head.map(({ cells }) => cells[0]?.column ?? 0));
  const header = headerIndex(
    head.map((row) => aligned(row, from)),
    !isFirst,
  );
  for (const [index, row] of table.entries()) {
    const place = { sheet, cells: rangeOf(row) };
    const kind = index === header ? 'header' : header === -1 && isFirst ? undefined : 'under-header';
    const above = index < header ? undefined : kind;
    text.add(rowText(spread(row)), { role: 'table', place, tight: index > 0, row: above });
    if (text.truncated) return;
  }
}

function rangeOf({ row, cells }: SheetRow): string {
  const first = cellName(cells[0]?.column ?? 0, row);
  const last = cellName(cells.at(-1)?.column ?? 0, row);
  return first === last ? first : `${first}:${last}`;
}

/** Cells by their column, so that a name stands over its values. */
function aligned({ cells }: SheetRow, from: number): Cells {
  const row: string[] = [];
  for (const { column, text } of cells) {
    if (column - from >= headColumns) break;
    while (row.length < column - from) row.push('');
    row.push(text);
  }
  return row;
}

function spread({ cells }: SheetRow): Cells {
  const row: string[] = [];
  let next = cells[0]?.column ?? 0;
  for (const { column, text } of cells) {
    for (let gap = Math.min(column - next, mostGap); gap > 0; gap -= 1) row.push('');
    row.push(text);
    next = column + 1;
  }
  return row;
}
