import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSparing } from './sparing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Counts how often it is made; making takes `ms`. */
const making = (ms: number) => {
  let made = 0;
  return () => {
    vi.advanceTimersByTime(ms);
    return ++made;
  };
};

test('what is made quickly is made for every version, and once for each', () => {
  const sparing = createSparing(making(0), { share: 0.1, quickMs: 5 });
  expect(['a', 'a', 'b', 'b'].map(sparing.of)).toEqual([1, 1, 2, 2]);
});

test('what takes long is made again only when it takes no more than its share of the time', () => {
  const sparing = createSparing(making(20), { share: 0.1, quickMs: 5 });
  expect(sparing.of('a')).toBe(1);
  vi.advanceTimersByTime(199);
  expect(sparing.of('b')).toBe(1);
  vi.advanceTimersByTime(1);
  expect(sparing.of('b')).toBe(2);
  sparing.forget();
  expect(sparing.of('b')).toBe(3);
});
