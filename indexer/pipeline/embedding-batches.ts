import type { Library } from '../store/library.ts';

/** A text that waits for its embedding; `hash` is of that text. */
interface PendingText {
  readonly hash: string;
  readonly text: string;
}

/** Texts sent to the model service at once. */
const batchTexts = 48;
/** Texts taken from the library at once: a few batches, so that what is read meanwhile is soon among them. */
const windowTexts = 240;
/** A text that ends the model service this often, sent alone, is left out for this session. */
const failuresAtMost = 3;

/** Deals out what waits for an embedding, each text once, and narrows down the text that breaks the model. */
export interface EmbeddingBatches {
  /** The next texts; empty where none is left that is not already dealt out. */
  take(modelId: string): PendingText[];
  succeeded(batch: readonly PendingText[]): void;
  failed(batch: readonly PendingText[]): void;
  /** The library holds texts that were not there at the last look. */
  refresh(): void;
  /** The last batch failed. */
  isCautious(): boolean;
}

export function createEmbeddingBatches(library: Library): EmbeddingBatches {
  const dealt = new Set<string>();
  const refused = new Set<string>();
  const failures = new Map<string, number>();
  let window: PendingText[] = [];
  let size = batchTexts;

  const release = (batch: readonly PendingText[]): void => {
    for (const { hash } of batch) dealt.delete(hash);
  };
  const refill = (modelId: string): void => {
    window = library.embeddings
      .pending(modelId, windowTexts + dealt.size + refused.size)
      .filter(({ hash }) => !dealt.has(hash) && !refused.has(hash));
  };

  return {
    take(modelId) {
      if (window.length === 0) refill(modelId);
      const batch = window.splice(0, size);
      for (const { hash } of batch) dealt.add(hash);
      return batch;
    },
    succeeded(batch) {
      release(batch);
      size = Math.min(size * 2, batchTexts);
    },
    failed(batch) {
      release(batch);
      window = [];
      const [only] = batch;
      if (batch.length === 1 && only !== undefined) {
        const count = (failures.get(only.hash) ?? 0) + 1;
        failures.set(only.hash, count);
        if (count >= failuresAtMost) refused.add(only.hash);
      }
      size = Math.max(1, Math.floor(batch.length / 4));
    },
    refresh() {
      window = [];
    },
    isCautious: () => size < batchTexts,
  };
}
