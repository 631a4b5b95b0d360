import { expect, it } from 'vitest';
import { untilAborted } from './until-aborted.ts';

it('leaves a stream that is quiet at once, and tells it so', async () => {
  let left = false;
  const quiet: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise(() => undefined),
      return: async () => {
        left = true;
        return { done: true, value: undefined };
      },
    }),
  };
  const leaving = new AbortController();
  const values = (async () => {
    const seen: number[] = [];
    for await (const value of untilAborted(quiet, leaving.signal)) seen.push(value);
    return seen;
  })();
  leaving.abort();
  expect(await values).toEqual([]);
  expect(left).toBe(true);
});
