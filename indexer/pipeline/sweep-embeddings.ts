import type { Library } from '../store/library.ts';
import type { WriteTurns } from './write-turns.ts';

/** How long an embedding outlives the last text it belonged to. */
const keptMs = 24 * 60 * 60 * 1000;

/** Frees embeddings that have not been used for a day, or with `atOnce` all that are not used, in turns. */
export async function sweepEmbeddings(library: Library, writes: WriteTurns, atOnce = false): Promise<void> {
  const nowMs = Date.now();
  const freeBeforeMs = atOnce ? nowMs + 1 : nowMs - keptMs;
  let after: Buffer | null = null;
  do {
    const from: Buffer | null = after;
    after = await writes.run(() => library.embeddings.sweep(from, nowMs, freeBeforeMs));
  } while (after !== null);
}
