import Database from 'better-sqlite3';
import { load as loadSqliteVec } from 'sqlite-vec';
import { createVectorTable } from '#indexer/search/vectors/vector-table.ts';
import { toInt8 } from '#indexer/store/int8.ts';
import { randomVectors } from '../corpus/chunks.ts';
import { type Bench, type Measurement, millisecondsOfEach, percentile } from '../measurement.ts';

const dimensions = 384;
const best = 100;

/** Scanning int8 rows whole with the kernel, against sqlite-vec over the same int8 rows. */
export async function measureVectors(bench: Bench): Promise<Measurement> {
  const rows = Math.round(50_000 * bench.scale);
  const vectors = randomVectors(rows, dimensions, 17);
  const queries = randomVectors(50, dimensions, 19);
  const table = createVectorTable(dimensions);
  for (const [index, unit] of vectors.entries()) {
    const { values, scale } = toInt8(unit);
    const vector = new Uint8Array(values.buffer);
    table.add({ chunkId: index + 1, documentId: index + 1, conversation: 0, vector, scale });
  }
  const ours = await millisecondsOfEach(queries, (query) => table.scan(query, null).best(best));
  const theirs = await scanWithSqliteVec(vectors, queries.slice(0, 20));
  const p50Ms = percentile(ours, 0.5);
  const baselineMs = percentile(theirs, 0.5);
  return {
    name: 'vectors',
    figures: { rows, dimensions, p50Ms, p99Ms: percentile(ours, 0.99) },
    baseline: { sqliteVecP50Ms: baselineMs },
    ratio: baselineMs / p50Ms,
  };
}

function scanWithSqliteVec(
  vectors: readonly Float32Array[],
  queries: readonly Float32Array[],
): Promise<number[]> {
  const db = new Database(':memory:');
  loadSqliteVec(db);
  db.exec(`CREATE VIRTUAL TABLE v USING vec0 (embedding int8[${dimensions}] distance_metric=cosine)`);
  const insert = db.prepare('INSERT INTO v (embedding) VALUES (vec_int8(?))');
  db.transaction(() => {
    for (const vector of vectors) insert.run(new Uint8Array(toInt8(vector).values.buffer));
  })();
  const nearest = db.prepare(
    'SELECT rowid FROM v WHERE embedding MATCH vec_int8(?) ORDER BY distance LIMIT ?',
  );
  const measured = millisecondsOfEach(queries, (query) =>
    nearest.all(new Uint8Array(toInt8(query).values.buffer), best),
  );
  return measured.finally(() => db.close());
}
