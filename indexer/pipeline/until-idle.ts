import type { Fault } from '#main/contract/fault.ts';

/** How often a library that can't be written is tried before whoever waits is told. */
const troublesAtMost = 3;

/** Resolves as soon as `isIdle`, looked at whenever the `watchers` are called; throws the trouble that does not pass. */
export function untilIdle(
  isIdle: () => boolean,
  trouble: () => Fault | null,
  watchers: Set<() => void>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const troubles = new Set<Fault>();
    const end = (settle: () => void): void => {
      watchers.delete(look);
      signal.removeEventListener('abort', aborted);
      settle();
    };
    const aborted = (): void => end(() => reject(signal.reason));
    const look = (): void => {
      const fault = trouble();
      if (fault !== null) troubles.add(fault);
      if (fault !== null && troubles.size >= troublesAtMost) end(() => reject(fault));
      else if (isIdle()) end(resolve);
    };
    watchers.add(look);
    signal.addEventListener('abort', aborted);
    look();
  });
}
