import type { Changes } from './changes.ts';
import type { WritableDb } from './connection.ts';
import { embeddedText } from './embedded-text.ts';
import { createEmbeddingQueue, type EmbeddingQueue } from './embedding-queue.ts';
import { toInt8 } from './int8.ts';
import { createTextReader } from './text-blocks.ts';
import { createUnusedEmbeddings, type UnusedEmbeddings } from './unused-embeddings.ts';

/** A text to embed and the key its embedding is kept under. */
export interface PendingText {
  /** Of the text, hex: equal texts share one embedding. */
  readonly hash: string;
  readonly text: string;
}

/** Embeddings by model and content: a moved, copied or re-parsed text costs none. */
export interface EmbeddingStore extends UnusedEmbeddings {
  /** Texts that have no embedding of this model yet, newest first. They come again until written. */
  pending(modelId: string, limit: number): PendingText[];
  /** Keeps unit vectors as int8, in one transaction. What has left the library meanwhile is passed over. */
  write(modelId: string, rows: readonly { hash: string; vector: Float32Array }[]): void;
  /** Both in chunks. */
  progress(modelId: string): { embedded: number; total: number };
  /** Frees the embeddings of every model but these. */
  keepOnly(modelIds: readonly string[]): void;
}

interface PendingRow {
  readonly hash: Buffer;
  readonly title: string;
  readonly heading: string;
  readonly documentId: number;
  readonly start: number;
  readonly end: number;
}

export function createEmbeddingStore(db: WritableDb, changes: Changes): EmbeddingStore {
  const findModel = db
    .prepare<[string], number>('SELECT model_key FROM embedding_model WHERE model_id = ?')
    .pluck();
  const insertModel = db
    .prepare<[string], number>('INSERT INTO embedding_model (model_id) VALUES (?) RETURNING model_key')
    .pluck();
  const pendingText = db.prepare<[number], PendingRow>(
    `SELECT hash, title, heading, document_id AS documentId, start, end
      FROM chunk JOIN document USING (document_id) WHERE chunk_id = ?`,
  );
  const texts = createTextReader(db);
  const chunksOfHash = db.prepare<[Buffer], number>('SELECT chunk_id FROM chunk WHERE hash = ?').pluck();
  const insert = db.prepare<[number, Buffer, number, Uint8Array]>(
    'INSERT INTO embedding (model_key, hash, scale, vector) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const isEmbedded = db
    .prepare<[number, number], number>(
      'SELECT 1 FROM chunk JOIN embedding ON embedding.hash = chunk.hash WHERE chunk_id = ? AND model_key = ?',
    )
    .pluck();
  const chunkTotal = db.prepare<[], number>('SELECT count(*) FROM chunk').pluck();
  const modelsBut = db
    .prepare<[string], number>(
      'SELECT model_key FROM embedding_model WHERE model_id NOT IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const freeRows = db.prepare<[number]>('DELETE FROM embedding WHERE model_key = ?');
  const freeModel = db.prepare<[number]>('DELETE FROM embedding_model WHERE model_key = ?');

  const keys = new Map<string, number>();
  const queues = new Map<number, EmbeddingQueue>();
  let total = chunkTotal.get() ?? 0;

  const keyOf = (modelId: string): number => {
    const key = keys.get(modelId) ?? findModel.get(modelId) ?? insertModel.get(modelId);
    if (key === undefined) throw new Error('a model just written has no key');
    keys.set(modelId, key);
    return key;
  };
  const queueOf = (modelKey: number): EmbeddingQueue => {
    const queue = queues.get(modelKey) ?? createEmbeddingQueue(db, modelKey);
    queues.set(modelKey, queue);
    return queue;
  };
  changes.follow((change) => {
    if (change.type !== 'chunks-added' && change.type !== 'chunks-removed') return;
    total += change.type === 'chunks-added' ? change.chunkIds.length : -change.chunkIds.length;
    for (const [modelKey, queue] of queues) {
      if (change.type === 'chunks-removed') queue.drop(change.chunkIds);
      else queue.add(change.chunkIds.filter((chunkId) => isEmbedded.get(chunkId, modelKey) === undefined));
    }
  });

  const writeRows = db.transaction(
    (modelKey: number, rows: readonly { hash: string; vector: Float32Array }[]): number[] => {
      const chunkIds: number[] = [];
      for (const { hash, vector } of rows) {
        const key = Buffer.from(hash, 'hex');
        const users = chunksOfHash.all(key);
        if (users.length === 0) continue;
        const { values, scale } = toInt8(vector);
        insert.run(modelKey, key, scale, new Uint8Array(values.buffer));
        chunkIds.push(...users);
      }
      return chunkIds;
    },
  );
  const keepOnly = db.transaction((modelIds: readonly string[]) => {
    for (const modelKey of modelsBut.all(JSON.stringify(modelIds))) {
      freeRows.run(modelKey);
      freeModel.run(modelKey);
      queues.delete(modelKey);
    }
    keys.clear();
  });

  return {
    ...createUnusedEmbeddings(db),
    pending(modelId, limit) {
      const found = new Map<string, PendingText>();
      for (const chunkId of queueOf(keyOf(modelId)).first(limit)) {
        const row = pendingText.get(chunkId);
        if (row === undefined) continue;
        const hash = row.hash.toString('hex');
        const text = texts.slice(row.documentId, row.start, row.end);
        found.set(hash, { hash, text: embeddedText({ ...row, text }) });
      }
      return [...found.values()];
    },
    write(modelId, rows) {
      const modelKey = keyOf(modelId);
      const chunkIds = writeRows.immediate(modelKey, rows);
      queueOf(modelKey).drop(chunkIds);
      changes.tell({ type: 'embedded', modelId, chunkIds });
    },
    progress(modelId) {
      const waiting = queueOf(keyOf(modelId)).size;
      return { embedded: total - waiting, total };
    },
    keepOnly(modelIds) {
      keepOnly.immediate(modelIds);
      changes.tell({ type: 'models-kept', modelIds });
    },
  };
}
