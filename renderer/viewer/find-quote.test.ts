import { expect, it } from 'vitest';
import { findQuote } from './find-quote.ts';

const quote = 'due in June 2027';
const mark = { n: 1, start: 10, end: 26, quote };

it('finds a quote at its place, moved, or not at all', () => {
  expect(findQuote(`Service is ${quote}.`, { ...mark, start: 11, end: 27 })).toEqual({ start: 11, end: 27 });
  expect(findQuote(`New lines.\n\nService is ${quote}.`, mark)).toEqual({ start: 23, end: 39 });
  expect(findQuote('Service is due in May 2028, said the plumber.', mark)).toBeNull();
  expect(findQuote('', { ...mark, quote: '' })).toBeNull();
});
