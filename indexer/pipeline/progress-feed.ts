import type { Progress } from '#main/contract/sources.ts';

const leastIntervalMs = 150;

/** Progress for whoever follows it: at most every 150 ms, and the last value always. */
export interface ProgressFeed {
  /** Something changed; the value is taken when it is sent. */
  changed(): void;
  follow(): AsyncIterable<Progress>;
  /** Ends every iteration. */
  close(): void;
}

interface Follower {
  tell(progress: Progress): void;
  end(): void;
}

export function createProgressFeed(current: () => Progress): ProgressFeed {
  const followers = new Set<Follower>();
  let timer: NodeJS.Timeout | null = null;
  let sentMs = 0;
  let closed = false;

  const send = (): void => {
    timer = null;
    sentMs = performance.now();
    const progress = current();
    for (const follower of followers) follower.tell(progress);
  };

  return {
    changed() {
      if (closed || timer !== null || followers.size === 0) return;
      timer = setTimeout(send, Math.max(0, sentMs + leastIntervalMs - performance.now()));
    },
    follow: () => ({
      [Symbol.asyncIterator]() {
        const latest = createLatest(closed ? null : current());
        if (closed) latest.end();
        else followers.add(latest);
        return {
          next: () => latest.next(),
          return() {
            followers.delete(latest);
            latest.end();
            return Promise.resolve({ done: true, value: undefined });
          },
        };
      },
    }),
    close() {
      if (closed) return;
      closed = true;
      if (timer !== null) clearTimeout(timer);
      if (timer !== null) send();
      for (const follower of followers) follower.end();
      followers.clear();
    },
  };
}

/** Hands on the newest value: a slow reader gets no queue of old ones. Ending answers a read that waits. */
function createLatest(
  first: Progress | null,
): Follower & { next(): Promise<IteratorResult<Progress, undefined>> } {
  let value = first;
  let ended = false;
  let waiting: ((result: IteratorResult<Progress, undefined>) => void) | null = null;

  const answer = (resolve: (result: IteratorResult<Progress, undefined>) => void): void => {
    if (value !== null) {
      const sent = value;
      value = null;
      resolve({ done: false, value: sent });
    } else if (ended) resolve({ done: true, value: undefined });
    else waiting = resolve;
  };
  const ring = (): void => {
    const resolve = waiting;
    waiting = null;
    if (resolve !== null) answer(resolve);
  };
  return {
    next: () => new Promise(answer),
    tell(progress) {
      value = progress;
      ring();
    },
    end() {
      ended = true;
      ring();
    },
  };
}
