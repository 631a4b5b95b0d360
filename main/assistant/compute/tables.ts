import { headerIndex } from '#indexer/sources/table/header-row.ts';
import type { DocumentView } from '#main/contract/document.ts';

/** A row of a table: its cells under the columns' names, and its stretch of the text (UTF-16, end exclusive). */
export interface TableRow {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A table whose columns have names. */
export interface Table {
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that have more or fewer cells than columns in a way that does not tell which; they are in no figure. */
  readonly uncertain: number;
}

interface Line {
  readonly cells: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Column that the first cell stands in, where the file says so; 0 for the first of the sheet. */
  readonly column: number | null;
}

const divider = ' | ';

/** The tables of a document, read back from its text: each row is a line, its cells apart as parsers write them. */
export function tablesOf(document: DocumentView): Table[] {
  return stretches(document).flatMap((lines) => {
    const header = headerIndex(lines.map(({ cells }) => cells));
    const named = lines[header];
    return named === undefined ? [] : [tableOf(named, lines.slice(header + 1))];
  });
}

/** Lines with cells that follow one another. */
function stretches({ text, places }: DocumentView): Line[][] {
  const all: Line[][] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 1) all.push(open);
    open = [];
  };
  const columnAt = new Map(
    places.flatMap(({ start, place }) => ('cells' in place ? [[start, columnOf(place.cells)] as const] : [])),
  );
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.includes(divider)) {
      const cells = line.split(/ ?\| ?/).map(plainCell);
      open.push({ cells, start, end, column: columnAt.get(start) ?? null });
    } else close();
    start = end + 1;
  }
  close();
  return all;
}

/** “B3:F3” begins in column 1. */
function columnOf(cells: string): number {
  const letters = /^[A-Z]+/.exec(cells)?.[0] ?? 'A';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Marks of Markdown say nothing of a cell. */
function plainCell(cell: string): string {
  return cell.replace(/^[*_]+|[*_]+$/g, '').trim();
}

function tableOf(header: Line, lines: readonly Line[]): Table {
  const names = header.cells;
  const rows: TableRow[] = [];
  let uncertain = 0;
  for (const line of lines) {
    const shift = line.column === null || header.column === null ? 0 : line.column - header.column;
    if (shift < 0 || line.cells.length + shift > names.length) {
      uncertain += 1;
      continue;
    }
    const { start, end } = line;
    rows.push({ cells: [...Array<string>(shift).fill(''), ...line.cells], start, end });
  }
  return withoutMisplaced({ names, rows, uncertain });
}

/** Parsers leave out empty cells at a row's start: a short row that fits its columns only when moved is none to rely on. */
function withoutMisplaced({ names, rows, uncertain }: Table): Table {
  const whole = rows.filter(({ cells }) => cells.length === names.length);
  const shape = names.map((_, column) => usualShape(whole.map(({ cells }) => cells[column] ?? '')));
  const kept = rows.filter(({ cells }) => {
    if (cells.length === names.length || whole.length === 0) return true;
    return cells.every(
      (cell, column) => cell === '' || shape[column] === 'any' || shapeOf(cell) === shape[column],
    );
  });
  return { names, rows: kept, uncertain: uncertain + rows.length - kept.length };
}

function shapeOf(cell: string): 'number' | 'words' {
  return /\d/.test(cell) && (cell.match(/\p{L}/gu)?.length ?? 0) <= 3 ? 'number' : 'words';
}

function usualShape(cells: readonly string[]): 'number' | 'words' | 'any' {
  const shapes = cells.filter((cell) => cell !== '').map(shapeOf);
  const numbers = shapes.filter((shape) => shape === 'number').length;
  if (shapes.length === 0) return 'any';
  return numbers === shapes.length ? 'number' : numbers === 0 ? 'words' : 'any';
}
