import { describe, expect, it } from 'vitest';
import type { Progress } from '#main/contract/sources.ts';
import { createProgressFeed } from './progress-feed.ts';
import { createRate } from './rate.ts';

function feedOf() {
  const state = { done: 0 };
  const current = (): Progress => ({
    phase: 'reading',
    filesDone: state.done,
    filesTotal: 100,
    bytesDone: 0,
    bytesTotal: 0,
    filesRead: 0,
    bytesRead: 0,
    filesDropped: 0,
    chunksEmbedded: 0,
    chunksTotal: 0,
    filesPerSecond: null,
    chunksPerSecond: null,
    bytesPerSecond: null,
    searchableInMs: null,
    embeddedInMs: null,
    remainingMs: null,
    current: null,
    notice: null,
  });
  return { state, feed: createProgressFeed(current) };
}

describe('the progress feed', () => {
  it('begins with the value of now, leaves values out, and always sends the last', async () => {
    const { state, feed } = feedOf();
    const seen: number[] = [];
    const ended = (async () => {
      for await (const { filesDone } of feed.follow()) {
        seen.push(filesDone);
        if (filesDone === 100) break;
      }
    })();
    for (state.done = 1; state.done < 100; state.done++) feed.changed();
    await ended;
    expect(seen).toEqual([0, 100]);
  });

  it('ends every iteration when it closes, after the last value', async () => {
    const { state, feed } = feedOf();
    const seen: number[] = [];
    const ended = (async () => {
      for await (const { filesDone } of feed.follow()) seen.push(filesDone);
    })();
    await expect.poll(() => seen).toEqual([0]);
    state.done = 7;
    feed.changed();
    state.done = 8;
    feed.close();
    await ended;
    expect(seen.at(-1)).toBe(8);
  });

  it('lets a reader that waits leave at once', async () => {
    const { feed } = feedOf();
    const iterator = feed.follow()[Symbol.asyncIterator]();
    expect((await iterator.next()).done).toBe(false);
    const waiting = iterator.next();
    await iterator.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});

describe('a rate', () => {
  it('is not said before it can be, then follows the last seconds', () => {
    let nowMs = 0;
    const rate = createRate(() => nowMs);
    const run = (seconds: number, perSecond: number, from: number): number => {
      let done = from;
      for (let step = 0; step < seconds * 2; step++) {
        nowMs += 500;
        done += perSecond / 2;
        rate.note(done);
      }
      return done;
    };
    rate.note(0);
    expect(rate.perSecond()).toBeNull();
    const done = run(20, 100, 0);
    expect(rate.perSecond()).toBe(100);
    run(20, 10, done);
    expect(rate.perSecond()).toBe(10);
    rate.note(0);
    expect(rate.perSecond()).toBeNull();
  });
});
