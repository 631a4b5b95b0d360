import { expect, it } from 'vitest';
import { place } from '#main/contract/document.ts';
import { packPlace, unpackPlace } from './place.ts';

it.each([
  { page: 3 },
  { page: 4, label: 'iv' },
  { line: 12 },
  { message: 4 },
  { time: 65.5 },
  { slide: 2 },
  { chapter: 7 },
  { entry: 1 },
  { sheet: 'Budget “2025”', cells: 'A3:F3' },
])('%j is stored and read as it is', (given) => {
  const stored = JSON.stringify(packPlace(given));
  expect(place.parse(unpackPlace(JSON.parse(stored)))).toEqual(given);
});
