/** Searches under way, for those who can let them go first. */
export interface Asking {
  run<T>(search: () => Promise<T>): Promise<T>;
  /** Resolves when no search is under way; null where none is. */
  ended(): Promise<void> | null;
}

export function createAsking(): Asking {
  let underWay = 0;
  let ending = Promise.withResolvers<void>();
  return {
    async run(search) {
      if (underWay === 0) ending = Promise.withResolvers();
      underWay += 1;
      try {
        return await search();
      } finally {
        underWay -= 1;
        if (underWay === 0) ending.resolve();
      }
    },
    ended: () => (underWay === 0 ? null : ending.promise),
  };
}
