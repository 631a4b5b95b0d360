import type { WritableDb } from './connection.ts';

/** The chunks that wait for an embedding of one model, what should be embedded first at the end. */
export interface EmbeddingQueue {
  readonly size: number;
  add(chunkIds: readonly number[]): void;
  drop(chunkIds: readonly number[]): void;
  /** Up to `limit` chunk ids, first to embed first; they stay in the queue until dropped. */
  first(limit: number): number[];
}

/**
 * Kept in memory and read from the database once for a model: asking SQL for "the next that has none" looks at every
 * chunk each time, which at 50,000 chunks costs more than embedding them does.
 */
export function createEmbeddingQueue(db: WritableDb, modelKey: number): EmbeddingQueue {
  const waiting = db
    .prepare<[number], number>(
      `SELECT chunk_id FROM chunk JOIN document USING (document_id) JOIN file USING (file_id)
        WHERE NOT EXISTS (SELECT 1 FROM embedding WHERE embedding.hash = chunk.hash AND model_key = ?)
        ORDER BY coalesce(date_ms, modified_ms), document_id, chunk_id DESC`,
    )
    .pluck();
  let order = waiting.all(modelKey);
  const members = new Set(order);

  return {
    get size() {
      return members.size;
    },
    add(chunkIds) {
      for (const chunkId of chunkIds.toReversed()) {
        if (members.has(chunkId)) continue;
        members.add(chunkId);
        order.push(chunkId);
      }
    },
    drop(chunkIds) {
      for (const chunkId of chunkIds) members.delete(chunkId);
      if (order.length > 1000 && order.length > 2 * members.size)
        order = order.filter((id) => members.has(id));
    },
    first(limit) {
      while (order.length > 0 && !members.has(order[order.length - 1] ?? -1)) order.pop();
      const found: number[] = [];
      for (let index = order.length - 1; index >= 0 && found.length < limit; index--) {
        const chunkId = order[index];
        if (chunkId !== undefined && members.has(chunkId)) found.push(chunkId);
      }
      return found;
    },
  };
}
