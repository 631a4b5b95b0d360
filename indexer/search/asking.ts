/** After a search others are likely, for so long. */
const recentMs = 10_000;

/** Searches under way, for those who can let them go first. */
export interface Asking {
  run<T>(search: () => Promise<T>): Promise<T>;
  /** Resolves when no search is under way; null where none is. */
  ended(): Promise<void> | null;
  /** Whether somebody searches: one is under way, or was a moment ago. */
  isRecent(): boolean;
}

export function createAsking(): Asking {
  let underWay = 0;
  let lastEnd = Number.NEGATIVE_INFINITY;
  let ending = Promise.withResolvers<void>();
  return {
    async run(search) {
      if (underWay === 0) ending = Promise.withResolvers();
      underWay += 1;
      try {
        return await search();
      } finally {
        underWay -= 1;
        lastEnd = performance.now();
        if (underWay === 0) ending.resolve();
      }
    },
    isRecent: () => underWay > 0 || performance.now() - lastEnd < recentMs,
    ended: () => (underWay === 0 ? null : ending.promise),
  };
}
