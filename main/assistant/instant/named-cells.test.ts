import { expect, test } from 'vitest';
import { namedCells } from './named-cells.ts';

const table = 'Drivers\n\ndriver | licence since\nNora | 2004, exchanged\nEmil | 1998\n\nAfter it.';
const rowAt = (row: string, text = table): [string, number, number] => {
  const start = text.indexOf(row);
  return [text, start, start + row.length];
};

test('a row is shown with the names of its columns, and its spans keep their place', () => {
  const row = namedCells(...rowAt('Emil | 1998'));
  expect(row?.text).toBe('driver: Emil | licence since: 1998');
  expect(row?.text.slice(row.at('Emil | '.length))).toBe('1998');
  expect(row?.text.slice(row.at(0))).toBe('Emil | licence since: 1998');
});

test('a header, a sentence, and rows under figures or another number of cells stay as they are', () => {
  expect(namedCells(...rowAt('driver | licence since'))).toBeNull();
  expect(namedCells(...rowAt('After it.'))).toBeNull();
  expect(namedCells(...rowAt('b | 2', 'a | 1\nb | 2'))).toBeNull();
  expect(namedCells(...rowAt('b | 2 | c', 'a | z\nb | 2 | c'))).toBeNull();
});
