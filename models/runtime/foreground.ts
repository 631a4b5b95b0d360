/** What a person waits for goes first: background work asks here before each step. */
export interface Foreground {
  readonly busy: boolean;
  /** Marks foreground work as under way until the returned function is called. */
  enter(): () => void;
  /** Called each time the last foreground work has ended. */
  onFree(listener: () => void): void;
}

export function createForeground(): Foreground {
  const listeners: (() => void)[] = [];
  let running = 0;
  return {
    get busy() {
      return running > 0;
    },
    enter: () => {
      running += 1;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        running -= 1;
        if (running === 0) for (const listener of listeners) listener();
      };
    },
    onFree: (listener) => void listeners.push(listener),
  };
}
