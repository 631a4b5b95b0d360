import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '#indexer/store/library.ts';
import type { Embedder } from '#models/embed/embedder.ts';

const hashBytes = 16;
const embedBatch = 64;

/** Vectors kept between evaluations, so that a second one does not embed a collection again. */
export interface EmbeddingCache {
  /** The vectors of `texts`, from the cache where it has them. `hash` is hex, of the text. */
  embed(
    texts: readonly { hash: string; text: string }[],
    signal: AbortSignal,
  ): Promise<{ hash: string; vector: Float32Array }[]>;
}

/** One file for a model in `dir`: records of a hash and the vector's float32 components, only ever appended to. */
export function openEmbeddingCache(dir: string, embedder: Embedder): EmbeddingCache {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${embedder.modelId.replace(/[^\w.-]/g, '_')}.vectors`);
  const recordBytes = hashBytes + embedder.dimensions * 4;
  const known = readRecords(file, recordBytes);
  return {
    async embed(texts, signal) {
      const missing = texts.filter(({ hash }) => !known.has(hash));
      const vectors = await embedder.embed(
        missing.map(({ text }) => text),
        'passage',
        signal,
      );
      for (const [index, { hash }] of missing.entries()) {
        const vector = vectors[index];
        if (vector === undefined) throw new Error('the embedder returned too few vectors');
        known.set(hash, Float32Array.from(vector));
        const bytes = new Uint8Array(Float32Array.from(vector).buffer);
        appendFileSync(file, Buffer.concat([Buffer.from(hash, 'hex'), bytes]));
      }
      return texts.flatMap(({ hash }) => {
        const vector = known.get(hash);
        return vector === undefined ? [] : [{ hash, vector }];
      });
    },
  };
}

function readRecords(file: string, recordBytes: number): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  if (!existsSync(file)) return known;
  const bytes = readFileSync(file);
  // A run that was stopped may have left the last record cut short.
  truncateSync(file, bytes.length - (bytes.length % recordBytes));
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    const hash = bytes.toString('hex', at, at + hashBytes);
    known.set(
      hash,
      new Float32Array(new Uint8Array(bytes.subarray(at + hashBytes, at + recordBytes)).buffer),
    );
  }
  return known;
}

/** Embeds all that a library has pending, through the cache. */
export async function embedAll(
  library: Library,
  { modelId }: Embedder,
  cache: EmbeddingCache,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const texts = library.embeddings.pending(modelId, embedBatch);
    if (texts.length === 0) return;
    library.embeddings.write(modelId, await cache.embed(texts, signal));
  }
}
