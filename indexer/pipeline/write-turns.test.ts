import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createOneAtATime } from './one-at-a-time.ts';
import { createWriteTurns } from './write-turns.ts';

function busy(timeMs: number): void {
  const end = performance.now() + timeMs;
  while (performance.now() < end);
}

describe('write turns', () => {
  it('run in order and let others have the event loop in between', async () => {
    const turns = createWriteTurns();
    const order: number[] = [];
    const runs = Array.from({ length: 30 }, (_, n) =>
      turns.run(() => {
        busy(3);
        order.push(n);
      }),
    );
    let others = 0;
    const last = runs.at(-1)?.then(() => 'done');
    while ((await Promise.race([last, setImmediate('turn')])) === 'turn') others++;
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(others).toBeGreaterThan(5);
  });

  it('hand on what the work throws, and go on', async () => {
    const turns = createWriteTurns();
    const failing = turns.run(() => {
      throw new Error('full');
    });
    const next = turns.run(() => 'written');
    await expect(failing).rejects.toThrow('full');
    expect(await next).toBe('written');
  });
});

describe('searches go before writes', () => {
  it('which wait until none is under way', async () => {
    const search = Promise.withResolvers<void>();
    let ended: Promise<void> | null = search.promise;
    const turns = createWriteTurns(() => ended);
    let isWritten = false;
    const write = turns.run(() => {
      isWritten = true;
    });
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    expect(isWritten).toBe(false);
    ended = null;
    search.resolve();
    await write;
    expect(isWritten).toBe(true);
  });

  it('but not for ever', async () => {
    const turns = createWriteTurns(() => endless);
    expect(await turns.run(() => 'written')).toBe('written');
    expect(await turns.run(() => 'and the next at once')).toBe('and the next at once');
  });
});

const endless = new Promise<void>(() => undefined);

describe('work that never runs twice at once', () => {
  it('runs once more for all who ask while it runs', async () => {
    let runs = 0;
    let running = 0;
    const work = createOneAtATime(async () => {
      expect(++running).toBe(1);
      await setImmediate();
      running--;
      runs++;
    });
    const first = work.request();
    const rest = [work.request(), work.request(), work.request()];
    await first;
    expect(work.isRunning()).toBe(true);
    await Promise.all(rest);
    expect(runs).toBe(2);
    await work.ended();
    expect(work.isRunning()).toBe(false);
  });

  it('runs again after a run that failed', async () => {
    let fails = true;
    const work = createOneAtATime(async () => {
      await setImmediate();
      if (fails) throw new Error('away');
    });
    const first = work.request();
    const second = work.request();
    await expect(first).rejects.toThrow('away');
    fails = false;
    await second;
  });
});
