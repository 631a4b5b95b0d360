import { setImmediate } from 'node:timers/promises';

/** How long writes may keep the event loop before others (searches) get their turn. */
const sliceMs = 8;

/** Runs synchronous database work in order and lets the event loop turn in between. */
export interface WriteTurns {
  /** Resolves with the work's result once its turn has come. */
  run<T>(work: () => T): Promise<T>;
}

export function createWriteTurns(): WriteTurns {
  const waiting: (() => void)[] = [];
  let running = false;

  const pump = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      await setImmediate();
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
