import { describe, expect, it } from 'vitest';
import { headerIndex } from './header-row.ts';
import { rowText } from './row-text.ts';

const rows = (text: string) => text.split('\n').map((line) => line.split(','));

describe('headerIndex', () => {
  it.each([
    ['names above numbers', 'Item,Cost\nTiles,34.50\nGrout,8', 0],
    ['names above dates', 'Name,Born\nAnna,1990-03-12', 0],
    ['a title and a note above the names', 'Budget 2025\nall in euros\nItem,Cost\nTiles,34.50', 2],
    ['years as names', 'City,2023,2024\nLeith,40.1,43.2\nPerth,12,13', 0],
    ['names above words that do not come again', 'Name,City\nAnna,Leith\nBeth,Leith\nCara,Perth', 0],
    ['names with an empty corner', ',Jan,Feb\nRent,800,800', 0],
  ])('finds %s', (_what, text, expected) => {
    expect(headerIndex(rows(text))).toBe(expected);
  });

  it.each([
    ['rows of numbers alone', '1,2\n3,4\n5,6'],
    ['one row', 'Item,Cost'],
    ['one column', 'Tiles\nGrout\n12'],
    ['words whose first row comes again', 'yes,no\nyes,no\nno,yes'],
    ['sentences', 'We met on Monday to talk,and then we went home again\na,b\nc,d'],
    ['a first row of data', 'Tiles,34.50\nGrout,8'],
  ])('finds none in %s', (_what, text) => {
    expect(headerIndex(rows(text))).toBe(-1);
  });

  it('takes no row of words below another table for a header unless data stands under it', () => {
    expect(headerIndex(rows('Anna,Leith\nBeth,Perth\nCara,Ayr'), true)).toBe(-1);
    expect(headerIndex(rows('Item,Cost\nTiles,34.50'), true)).toBe(0);
  });
});

describe('rowText', () => {
  it('puts a row in one line and keeps its empty cells', () => {
    expect(rowText(['', 'two\nlines', '', ' b ', ''])).toBe('two lines | | b');
  });

  it('keeps a row with two cells 16,000 columns apart short', () => {
    expect(rowText(['a', ...Array<string>(16_000).fill(''), 'b']).length).toBeLessThan(60);
  });
});
