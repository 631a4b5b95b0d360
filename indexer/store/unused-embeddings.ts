import type { WritableDb } from './connection.ts';

/**
 * An embedding that no chunk uses is kept for a while: what a person deleted may come back out of the bin, and a file
 * whose new place no event told is found by the next reconcile. Freeing is done in steps of a few milliseconds.
 */
export interface UnusedEmbeddings {
  /**
   * One step: from `after` (null: the beginning) on, notes what has fallen out of use by `nowMs`, and frees what did so
   * before `freeBeforeMs`. Returns where to go on, null at the end.
   */
  sweep(after: Buffer | null, nowMs: number, freeBeforeMs: number): Buffer | null;
}

const stepHashes = 2_000;

export function createUnusedEmbeddings(db: WritableDb): UnusedEmbeddings {
  const stepEnd = db
    .prepare<[Buffer], Buffer>(
      `SELECT max(hash) FROM (SELECT DISTINCT hash FROM embedding WHERE hash > ? ORDER BY hash LIMIT ${stepHashes})`,
    )
    .pluck();
  const unused = 'NOT EXISTS (SELECT 1 FROM chunk WHERE chunk.hash = embedding.hash)';
  const usedAgain = db.prepare(
    `UPDATE embedding SET unused_since = NULL WHERE unused_since IS NOT NULL AND NOT ${unused}`,
  );
  const free = db.prepare<[number]>('DELETE FROM embedding WHERE unused_since < ?');
  // The inner query is answered by the index on hash: without it every vector would be read.
  const note = db.prepare<[number, Buffer, Buffer]>(
    `UPDATE embedding SET unused_since = ? WHERE unused_since IS NULL AND embedding_id IN
      (SELECT embedding_id FROM embedding WHERE hash > ? AND hash <= ? AND ${unused})`,
  );
  const step = db.transaction((after: Buffer, end: Buffer | null, nowMs: number, freeBeforeMs: number) => {
    usedAgain.run();
    if (end !== null) note.run(nowMs, after, end);
    free.run(freeBeforeMs);
  });
  return {
    sweep(after, nowMs, freeBeforeMs) {
      const from = after ?? Buffer.alloc(0);
      const end = stepEnd.get(from) ?? null;
      step.immediate(from, end, nowMs, freeBeforeMs);
      return end;
    },
  };
}
