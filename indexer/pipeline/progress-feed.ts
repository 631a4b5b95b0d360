import type { Progress } from '#main/contract/sources.ts';

const leastIntervalMs = 150;
/** A large file can be read for minutes without any change: what is told of the time left must not stand still. */
const beatMs = 1_000;

/** Progress for whoever follows it: at most every 150 ms, at least every second of work, and the last value always. */
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
  let beat: NodeJS.Timeout | undefined;
  let sentMs = 0;
  let closed = false;

  const send = (): void => {
    timer = null;
    sentMs = performance.now();
    const progress = current();
    for (const follower of followers) follower.tell(progress);
    goOnWhileWorking(progress);
  };
  const goOnWhileWorking = ({ phase }: Progress): void => {
    clearTimeout(beat);
    if (phase !== 'idle' && phase !== 'paused' && followers.size > 0) beat = setTimeout(changed, beatMs);
  };

  const changed = (): void => {
    if (closed || timer !== null || followers.size === 0) return;
    timer = setTimeout(send, Math.max(0, sentMs + leastIntervalMs - performance.now()));
  };

  return {
    changed,
    follow: () => ({
      [Symbol.asyncIterator]() {
        const first = closed ? null : current();
        const latest = createLatest(first);
        if (first === null) latest.end();
        else {
          followers.add(latest);
          goOnWhileWorking(first);
        }
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
      clearTimeout(beat);
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
