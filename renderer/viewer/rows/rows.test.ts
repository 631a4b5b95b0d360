import { expect, it } from 'vitest';
import { codeLines } from './code-lines.ts';
import { headerOf, tableRows } from './table-rows.ts';

it('lines have the numbers of their file, empty ones too', () => {
  const text = 'import a;\n\nrun(a);\nstop();';
  const places = [
    { start: 0, end: 9, place: { line: 1 } },
    { start: 11, end: 18, place: { line: 4 } },
    { start: 19, end: 26, place: { line: 5 } },
  ];
  const lines = codeLines(text, places).map(({ number, start, end }) => [number, text.slice(start, end)]);
  expect(lines).toEqual([
    [1, 'import a;'],
    [2, ''],
    [3, ''],
    [4, 'run(a);'],
    [5, 'stop();'],
  ]);
});

it('cells stand in their columns, and each knows its text', () => {
  const rows = ['Room | Cost', 'Cellar | | 7', 'far out'];
  const text = rows.join('\n');
  const cells = ['A1:B1', 'A2:C2', 'C9'];
  let start = 0;
  const places = rows.map((row, index) => {
    const range = { start, end: start + row.length, place: { sheet: 'Sums', cells: cells[index] ?? '' } };
    start += row.length + 1;
    return range;
  });
  const read = tableRows(text, places).map((row) => [
    row.sheet,
    row.number,
    ...row.cells.map((cell) => (cell === null ? null : text.slice(cell.start, cell.end))),
  ]);
  expect(read).toEqual([
    ['Sums', '1', 'Room', 'Cost'],
    [null, '2', 'Cellar', '', '7'],
    [null, '9', null, null, 'far out'],
  ]);
});

it('the names of columns are a row of several words, and values are none', () => {
  const read = (...rows: string[]) => {
    const text = rows.join('\n');
    const places = rows.map((row, index) => {
      const start = text.indexOf(row);
      return { start, end: start + row.length, place: { line: index + 1 } };
    });
    return headerOf(text, tableRows(text, places))?.number ?? null;
  };
  expect(read('Budget', 'Room | Cost', 'Attic | 7')).toBe('2');
  expect(read('2025-01-02 | 7', 'x | y')).toBeNull();
});
