import { setTimeout as rest, setImmediate } from 'node:timers/promises';

/** How long writes may keep the event loop before others (searches) get their turn. */
const sliceMs = 8;

/** A search that waits for its model longer than this holds up writes no more. */
const longestWaitMs = 250;

/** Runs synchronous database work in order and lets the event loop turn in between. */
export interface WriteTurns {
  /** Resolves with the work's result once its turn has come. */
  run<T>(work: () => T): Promise<T>;
}

/** `searches`: resolves when no search is under way, null where none is: they go first. */
export function createWriteTurns(searches: () => Promise<void> | null = () => null): WriteTurns {
  const waiting: (() => void)[] = [];
  let running = false;
  let waitedFor: Promise<void> | null = null;

  const letGoFirst = async (): Promise<void> => {
    const ended = searches();
    if (ended === null || ended === waitedFor) return;
    waitedFor = ended;
    const giveUp = new AbortController();
    await Promise.race([
      ended,
      rest(longestWaitMs, undefined, { signal: giveUp.signal }).catch(() => undefined),
    ]);
    giveUp.abort();
  };

  const pump = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      await setImmediate();
      await letGoFirst();
      const sliceEnd = performance.now() + sliceMs;
      do waiting.shift()?.();
      while (waiting.length > 0 && performance.now() < sliceEnd);
    }
    running = false;
  };

  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            resolve(work());
          } catch (error) {
            reject(error);
          }
        });
        if (!running) void pump();
      }),
  };
}
