/** Work put off for a while, by key: asking again for a key starts its wait anew. */
export interface Delays {
  after(key: string, delayMs: number, work: () => void): void;
  /** Drops everything that waits. */
  close(): void;
}

export function createDelays(): Delays {
  const timers = new Map<string, NodeJS.Timeout>();
  let closed = false;
  return {
    after(key, delayMs, work) {
      if (closed) return;
      clearTimeout(timers.get(key));
      const timer = setTimeout(() => {
        timers.delete(key);
        work();
      }, delayMs);
      timers.set(key, timer.unref());
    },
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
