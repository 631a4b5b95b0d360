/**
 * What a committed write did, told after the transaction, never for one that was rolled back; and that damage was met,
 * so that the library has to be opened anew.
 */
export type Change =
  | { readonly type: 'chunks-added'; readonly chunkIds: readonly number[] }
  | { readonly type: 'chunks-removed'; readonly chunkIds: readonly number[] }
  | { readonly type: 'embedded'; readonly modelId: string; readonly chunkIds: readonly number[] }
  /** The embeddings of all other models are gone. */
  | { readonly type: 'models-kept'; readonly modelIds: readonly string[] }
  | { readonly type: 'sources-changed' }
  /** Who is one human was decided anew. */
  | { readonly type: 'people-changed' }
  | { readonly type: 'damaged' };

/** Tells those who keep parts of the store in memory what was written. */
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
      if (
        (change.type === 'chunks-added' || change.type === 'chunks-removed') &&
        change.chunkIds.length === 0
      )
        return;
      for (const listener of listeners) listener(change);
    },
  };
}
