import type { ReadableDb } from './connection.ts';

/** An embedding as stored: the vector is `values * scale`. */
export interface StoredVector {
  readonly embeddingId: number;
  readonly scale: number;
  /** Int8, one byte a dimension. */
  readonly vector: Buffer;
}

/** A chunk's embedding. */
export interface StoredRow extends StoredVector {
  readonly chunkId: number;
  readonly documentId: number;
  /** The file whose messages answer each other; 0 where the chunk is of no message. */
  readonly conversation: number;
}

/** Reads the embeddings that chunks have. */
export interface StoredVectors {
  /**
   * The embedded chunks of a model from the embedding after `after` on (0: the first), those of about `limit`
   * embeddings; `next` is where to go on, null at the end.
   */
  step(modelId: string, after: number, limit: number): { rows: StoredRow[]; next: number | null };
  /** The embedded ones of these chunks. */
  ofChunks(modelId: string, chunkIds: readonly number[]): StoredRow[];
  /** These embeddings, in this order; those that were freed are left out. */
  read(embeddingIds: readonly number[]): StoredVector[];
}

const columns = `chunk_id AS chunkId, document_id AS documentId, embedding_id AS embeddingId, scale, vector,
  iif(kind = 'message', file_id, 0) AS conversation`;

export function createStoredVectors(db: ReadableDb): StoredVectors {
  const findModel = db
    .prepare<[string], number>('SELECT model_key FROM embedding_model WHERE model_id = ?')
    .pluck();
  const last = db
    .prepare<[number, number], number | null>(
      'SELECT max(embedding_id) FROM (SELECT embedding_id FROM embedding WHERE embedding_id > ? ORDER BY embedding_id LIMIT ?)',
    )
    .pluck();
  const between = db.prepare<[number, number, number], StoredRow>(
    `SELECT ${columns} FROM embedding CROSS JOIN chunk ON chunk.hash = embedding.hash JOIN document USING (document_id)
      WHERE embedding_id > ? AND embedding_id <= ? AND model_key = ? ORDER BY embedding_id`,
  );
  const some = db.prepare<[string, number], StoredRow>(
    `SELECT ${columns} FROM json_each(?) CROSS JOIN chunk ON chunk_id = value
      CROSS JOIN embedding ON embedding.hash = chunk.hash AND model_key = ? JOIN document USING (document_id)`,
  );
  // One statement for many: asked one by one they take twice as long.
  const listed = db.prepare<[string], StoredVector>(
    `SELECT embedding_id AS embeddingId, scale, vector
      FROM json_each(?) CROSS JOIN embedding ON embedding_id = value`,
  );
  return {
    step(modelId, after, limit) {
      const next = last.get(after, limit) ?? null;
      const model = findModel.get(modelId);
      const rows = next === null || model === undefined ? [] : between.all(after, next, model);
      return { rows, next };
    },
    ofChunks(modelId, chunkIds) {
      const model = findModel.get(modelId);
      return model === undefined ? [] : some.all(JSON.stringify(chunkIds), model);
    },
    read: (embeddingIds) => listed.all(JSON.stringify(embeddingIds)),
  };
}
