/** Rows that are looked at for the one that names the columns: titles and notes may stand above it. */
const searchedRows = 10;
/** Rows below it that are looked at for data. */
const sampledRows = 10;
/** A name of a column; longer cells hold sentences. */
const mostNameChars = 60;
/** Words of a column's name in a table without any number, where less tells a header from a row. */
const mostPlainWords = 4;

/** Cells of a row as a reader sees them, empty ones included. */
export type Cells = readonly string[];

/**
 * The index of the row that names the columns, or -1. It is the first row of at least two different short words in at
 * least as many columns as most rows below it, with data below: a row with a number, date or address under one of its
 * names. Where no row has any (`strict` is false: the first table of a sheet or file), a first row of names that do not
 * come again below is taken for it.
 */
export function headerIndex(rows: readonly Cells[], strict = false): number {
  const limit = Math.min(rows.length - 1, searchedRows);
  for (let index = 0; index < limit; index += 1) {
    const row = rows[index] ?? [];
    const below = rows.slice(index + 1, index + 1 + sampledRows).filter((cells) => filled(cells) > 0);
    if (isNames(row) && filled(row) >= usualWidth(below) && below.some((cells) => hasDataUnder(row, cells)))
      return index;
  }
  if (strict) return -1;
  const first = rows.findIndex((cells) => filled(cells) > 1);
  const below = rows.slice(first + 1, first + 1 + sampledRows);
  return first >= 0 && first < limit && below.length > 1 && isPlainHeader(rows[first] ?? [], below)
    ? first
    : -1;
}

function filled(cells: Cells): number {
  return cells.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);
}

function usualWidth(rows: readonly Cells[]): number {
  const widths = rows.map(filled).sort((a, b) => a - b);
  return Math.max(2, (widths[widths.length >> 1] ?? 0) * 0.6);
}

function isNames(row: Cells): boolean {
  const names = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    names.length > 1 &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= mostNameChars && !isData(name))
  );
}

function hasDataUnder(names: Cells, cells: Cells): boolean {
  return cells.some((cell, column) => (names[column] ?? '').trim() !== '' && isData(cell.trim()));
}

/** Numbers, sums, dates, times, addresses: what stands in a table and hardly in its header. Years alone may be names. */
function isData(cell: string): boolean {
  if (cell === '' || /^(?:19|20)\d\d$/.test(cell)) return false;
  if (/^(?:https?:|mailto:|www\.)|^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(cell)) return true;
  const digits = cell.match(/\p{Nd}/gu)?.length ?? 0;
  const letters = cell.match(/\p{L}/gu)?.length ?? 0;
  return digits > 0 && letters <= Math.max(3, digits);
}

function isPlainHeader(row: Cells, below: readonly Cells[]): boolean {
  if (!isNames(row) || filled(row) < usualWidth(below)) return false;
  return row.every((cell, column) => {
    const name = cell.trim();
    const again = below.some((cells) => name !== '' && (cells[column] ?? '').trim() === name);
    return !again && (name === '' || (/^\p{L}/u.test(name) && name.split(/\s+/).length <= mostPlainWords));
  });
}
