import { expect, it } from 'vitest';
import { placeInWords } from './document-words.ts';

it('every kind of place has its words', () => {
  expect(placeInWords({ page: 3 })).toBe('page 3');
  expect(placeInWords({ line: 12 })).toBe('line 12');
  expect(placeInWords({ message: 4 })).toBe('message 4');
  expect(placeInWords({ slide: 2 })).toBe('slide 2');
  expect(placeInWords({ chapter: 7 })).toBe('chapter 7');
  expect(placeInWords({ entry: 5 })).toBe('entry 5');
  expect(placeInWords({ sheet: 'Budget', cells: 'A3:F3' })).toBe('Budget, A3:F3');
  expect(placeInWords({ time: 65 })).toBe('1:05');
  expect(placeInWords({ time: 3_725.9 })).toBe('1:02:05');
});
