import { expect, test } from 'vitest';
import type { Place } from '#main/contract/document.ts';
import { packPassages, unpackPassages } from './passages.ts';

const passagesAt = (...places: Place[]) =>
  places.map((place, index) => ({
    start: index * 10 + 2,
    end: index * 10 + 9,
    place,
    role: 'paragraph' as const,
  }));

test.each<[string, Place[]]>([
  ['no passages', []],
  ['lines', [{ line: 1 }, { line: 4 }, { line: 4 }]],
  ['messages', [{ message: 12 }, { message: 12 }]],
  ['pages of which some have labels', [{ page: 1 }, { page: 2, label: 'ii' }, { page: 3 }]],
  ['times, which are no whole numbers', [{ time: 0.25 }, { time: 61.5 }]],
  ['cells', [{ sheet: 'Budget', cells: 'A1:C1' }]],
  ['places of two kinds', [{ page: 1 }, { line: 7 }]],
])('%s are read as they were written', (_what, places) => {
  const passages = passagesAt(...places);
  const ranges = passages.map(({ start, end, place }) => ({ start, end, place }));
  expect(unpackPassages(packPassages(passages))).toEqual(ranges);
});

test('what an earlier version wrote is read', () => {
  expect(unpackPassages('[[0,3,"page",3],[4,7,"time",65.5]]')).toEqual([
    { start: 0, end: 3, place: { page: 3 } },
    { start: 4, end: 7, place: { time: 65.5 } },
  ]);
});
