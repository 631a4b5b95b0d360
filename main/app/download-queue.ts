/** Lets one in after another. */
export interface DownloadQueue {
  /** Resolves when those before have left; call what it resolves with to leave. Rejects with the signal's reason. */
  enter(modelId: string, signal: AbortSignal): Promise<() => void>;
  /** Whether a model waits or is being fetched. */
  has(modelId: string): boolean;
}

/** Downloads share one line and one disk: two at once would both take twice as long. */
export function createDownloadQueue(): DownloadQueue {
  let last: Promise<void> = Promise.resolve();
  const inLine: string[] = [];
  return {
    has: (modelId) => inLine.includes(modelId),
    async enter(modelId, signal) {
      const { promise: left, resolve } = Promise.withResolvers<void>();
      inLine.push(modelId);
      const leave = (): void => {
        inLine.splice(inLine.indexOf(modelId), 1);
        resolve();
      };
      const before = last;
      last = before.then(() => left);
      const stopped = Promise.withResolvers<never>();
      const stop = (): void => stopped.reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
      try {
        signal.throwIfAborted();
        await Promise.race([before, stopped.promise]);
        return leave;
      } catch (error) {
        leave();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}
