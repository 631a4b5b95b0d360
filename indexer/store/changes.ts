/** What a committed write did to the chunks; told after the transaction, never for one that was rolled back. */
export type Change =
  | { readonly type: 'chunks-added'; readonly chunkIds: readonly number[] }
  | { readonly type: 'chunks-removed'; readonly chunkIds: readonly number[] }
  | { readonly type: 'embedded'; readonly modelId: string; readonly chunkIds: readonly number[] };

/** Tells those who keep chunks in memory what the store has written. */
export interface Changes {
  /** Returns the function that ends the subscription. */
  follow(listener: (change: Change) => void): () => void;
  tell(change: Change): void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(change) {
      if (change.type !== 'embedded' && change.chunkIds.length === 0) return;
      for (const listener of listeners) listener(change);
    },
  };
}
