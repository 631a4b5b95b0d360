import { expect, it } from 'vitest';
import { findBrokenEnd, findLetters, lettersOf, timesBefore } from './letters.ts';

function found(text: string, quote: string, nth = 0): readonly string[] {
  return findLetters(lettersOf(text), quote, nth).map(({ start, end }) => text.slice(start, end));
}

it('a quote is found whatever stands between its letters', () => {
  expect(found('The mon-\nthly  rent is “940” euros.', 'monthly rent is "940" euros.')).toEqual([
    'mon-\nthly  rent is “940” euros.',
  ]);
  expect(found('The ﬁrst of May', 'first of May')).toEqual(['ﬁrst of May']);
  expect(found('家賃は九百四十ユーロです。', '九百四十ユーロ')).toEqual(['九百四十ユーロ']);
});

it('of several the one that is meant', () => {
  const text = 'rent rose. Later the rent rose again.';
  expect(findLetters(lettersOf(text), 'rent rose', 1)).toEqual([{ start: 21, end: 30 }]);
  expect(timesBefore(text, 21, 'rent rose')).toBe(1);
});

it('what something stands between is found in pieces, and what is not there is not', () => {
  expect(found('Key: hunter2 is old. Ask Joan.', 'Key: [withheld: password] is old. Ask Joan.')).toEqual([
    'is old. Ask Joan',
  ]);
  expect(found('| Rent || 940 |', 'Rent | 940 | euros')).toEqual(['Rent']);
  expect(found('Nothing of it.', 'The boiler is new')).toEqual([]);
});

it('a quote that goes over to the next page has its two ends', () => {
  const quote = 'Either side may end the lease with two months notice';
  const first = 'x Either side may end the';
  const last = 'lease with two months notice y';
  expect(findBrokenEnd(lettersOf(first), quote, 'first')).toEqual({ start: 2, end: first.length });
  expect(findBrokenEnd(lettersOf(last), quote, 'last')).toEqual({ start: 0, end: last.length - 2 });
  expect(findBrokenEnd(lettersOf('elsewhere'), quote, 'first')).toBeNull();
});
