import Database from 'better-sqlite3';
import type { WritableDb } from './connection.ts';

/** Read at once; where a page is damaged so many are passed over. */
const stepRows = 200;
/** A library of a million embeddings must not keep Quipu from starting; what is not taken over is embedded anew. */
const mostMs = 10_000;

interface OldRow {
  readonly hash: Buffer;
  readonly scale: number;
  readonly vector: Buffer;
}

/**
 * Takes over the embeddings of a damaged library, which cost hours to make and belong to texts by their hash: what is
 * read from the files again has them at once. Each must have the form that its model's have; the damaged file is only
 * read. Returns how many there were.
 */
export function salvageEmbeddings(damaged: string, into: WritableDb, nowMs: number): number {
  let old: Database.Database | undefined;
  try {
    old = new Database(damaged, { readonly: true });
    const models = old
      .prepare<[], { key: number; id: string }>(
        'SELECT model_key AS key, model_id AS id FROM embedding_model',
      )
      .all();
    let salvaged = 0;
    for (const { key, id } of models) salvaged += salvageModel(old, key, into, id, nowMs);
    return salvaged;
  } catch {
    // Not even its schema can be read: everything is embedded anew.
    return 0;
  } finally {
    old?.close();
  }
}

function salvageModel(
  old: Database.Database,
  oldKey: number,
  into: WritableDb,
  modelId: string,
  nowMs: number,
): number {
  const step = old.prepare<[number, number, number], OldRow>(
    'SELECT hash, scale, vector FROM embedding WHERE embedding_id > ? AND embedding_id <= ? AND model_key = ?',
  );
  const last = old.prepare<[], number>('SELECT max(embedding_id) FROM embedding').pluck().get() ?? 0;
  const newKey = into
    .prepare<[string], number>('INSERT INTO embedding_model (model_id) VALUES (?) RETURNING model_key')
    .pluck()
    .get(modelId);
  const insert = into.prepare(
    'INSERT INTO embedding (model_key, hash, scale, vector, unused_since) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const takeOver = into.transaction((rows: readonly OldRow[]) => {
    for (const { hash, scale, vector } of rows) insert.run(newKey, hash, scale, vector, nowMs);
    return rows.length;
  });
  const isSound = likeFirst();
  const deadline = performance.now() + mostMs;
  let salvaged = 0;
  for (let from = 0; from < last && performance.now() < deadline; from += stepRows)
    salvaged += takeOver.immediate(readable(() => step.all(from, from + stepRows, oldKey)).filter(isSound));
  return salvaged;
}

function readable(read: () => OldRow[]): OldRow[] {
  try {
    return read();
  } catch {
    return [];
  }
}

/** Whether an embedding has the form of the first one. */
function likeFirst(): (row: OldRow) => boolean {
  let form: { hash: number; vector: number } | null = null;
  return ({ hash, scale, vector }) => {
    form ??= { hash: hash.length, vector: vector.length };
    return Number.isFinite(scale) && scale > 0 && hash.length === form.hash && vector.length === form.vector;
  };
}
