/** Work that is asked for often and never runs twice at once. */
export interface OneAtATime {
  /** Resolves or rejects with a run that began after the call; calls during a run share the one that follows it. */
  request(): Promise<void>;
  isRunning(): boolean;
  /** Resolves when nothing runs or waits, however it ended. */
  ended(): Promise<void>;
}

export function createOneAtATime(work: () => Promise<void>): OneAtATime {
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;

  const start = (): Promise<void> => {
    const run = work().finally(() => {
      if (running === run) running = null;
    });
    running = run;
    return run;
  };
  const request = (): Promise<void> => {
    if (running === null) return start();
    following ??= running
      .catch(() => undefined)
      .then(() => {
        following = null;
        return start();
      });
    return following;
  };
  return {
    request,
    isRunning: () => running !== null || following !== null,
    async ended() {
      while (running !== null || following !== null) await (following ?? running)?.catch(() => undefined);
    },
  };
}
