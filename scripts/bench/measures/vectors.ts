import { join } from 'node:path';
import Database from 'better-sqlite3';
import { load as loadSqliteVec } from 'sqlite-vec';
import { usualSizes } from '#indexer/search/vectors/live-vectors.ts';
import { createVectorTable, type VectorTable } from '#indexer/search/vectors/vector-table.ts';
import { openReader, openWriter } from '#indexer/store/database.ts';
import { toInt8 } from '#indexer/store/int8.ts';
import { createStoredVectors } from '#indexer/store/stored-vectors.ts';
import { randomFrom } from '#indexer/store/testing/random-from.ts';
import { percentile } from '#scripts/percentile.ts';
import { embedRealTexts, type RealEmbeddings, vectorsLike } from '../corpus/embeddings.ts';
import type { Bench, Figures, Measurement } from '../measurement.ts';
import { createExactBest, type ExactBest } from './exact-best.ts';

const sizes = { '100k': 100_000, '1m': 1_000_000 };
const best = 20;
const rounds = 3;
const sqliteVecQueries = 8;
/** Chunks of one document, which lie side by side. */
const chunksOfDocument = 5;
const rowsOfTransaction = 10_000;

/**
 * The best 20 of 100,000 and of a million chunks by vector: with time, processor time, recall against exact float32,
 * and filters that leave a part. Against sqlite-vec over the same int8 rows. How the vectors are made: vectorsLike.
 */
export async function measureVectors(bench: Bench): Promise<Measurement> {
  const real = await embedRealTexts();
  const figures: Record<string, number> = { realTexts: real.texts.length };
  const baseline: Record<string, number> = {};
  const ratios: number[] = [];
  for (const [size, rows] of Object.entries(sizes)) {
    const measured = measureSize(bench, size, Math.round(rows * bench.scale), real);
    for (const [key, value] of Object.entries(measured.figures)) figures[`${key}_${size}`] = value;
    baseline[`sqliteVecP50Ms_${size}`] = measured.sqliteVecP50Ms;
    ratios.push(measured.sqliteVecP50Ms / (measured.figures['p50Ms'] ?? Number.NaN));
  }
  return { name: 'vectors', figures, baseline, ratio: Math.min(...ratios) };
}

function measureSize(
  bench: Bench,
  size: string,
  rows: number,
  { texts, questions }: RealEmbeddings,
): { figures: Figures; sqliteVecP50Ms: number } {
  const dimensions = questions[0]?.length ?? 0;
  const library = openVectors(join(bench.dir, `${size}.db`), dimensions);
  const theirs = openSqliteVec(dimensions);
  const exact = createExactBest(questions, best);
  const next = vectorsLike(texts, 17);
  for (let from = 0; from < rows; from += rowsOfTransaction) {
    const vectors = Array.from({ length: Math.min(rowsOfTransaction, rows - from) }, next);
    library.add(vectors);
    theirs.add(vectors);
    for (const vector of vectors) exact.add(vector);
  }
  const { table } = library;
  const whole = timeQueries(questions, rounds, (query) => table.scan(query, null).best(best));
  const sqliteVec = timeQueries(questions.slice(0, sqliteVecQueries), 1, theirs.best);
  const figures = {
    ...{ rows, p50Ms: whole.p50Ms, p99Ms: whole.p99Ms, processorP50Ms: whole.processorP50Ms },
    recall20: recallOf(table, questions, exact),
    ...measureFilters(table, rows, questions),
  };
  theirs.close();
  library.close();
  return { figures, sqliteVecP50Ms: sqliteVec.p50Ms };
}

/** Filters that leave a half in one piece, as a source, and parts of documents here and there. */
function measureFilters(table: VectorTable, rows: number, questions: readonly Float32Array[]): Figures {
  const random = randomFrom(23);
  const documents = Array.from({ length: Math.ceil(rows / chunksOfDocument) }, (_, index) => index + 1);
  const filters = {
    halfP50Ms: documents.slice(0, documents.length / 2),
    scatteredHalfP50Ms: documents.filter(() => random() < 0.5),
    tenthP50Ms: documents.filter(() => random() < 0.1),
    hundredthP50Ms: documents.filter(() => random() < 0.01),
  };
  const figures: Record<string, number> = {};
  for (const [name, allowed] of Object.entries(filters))
    figures[name] = timeQueries(questions, 1, (query) => table.scan(query, allowed).best(best)).p50Ms;
  return figures;
}

function recallOf(table: VectorTable, questions: readonly Float32Array[], exact: ExactBest): number {
  let found = 0;
  for (const [index, query] of questions.entries()) {
    const ours = new Set(
      table
        .scan(query, null)
        .best(best)
        .map(({ chunkId }) => chunkId - 1),
    );
    found += exact.of(index).filter((row) => ours.has(row)).length;
  }
  return found / (questions.length * best);
}

function timeQueries(
  queries: readonly Float32Array[],
  times: number,
  ask: (query: Float32Array) => unknown,
): { p50Ms: number; p99Ms: number; processorP50Ms: number } {
  const taken: number[] = [];
  const used: number[] = [];
  for (let round = 0; round < times; round++) {
    for (const query of queries) {
      const before = process.cpuUsage();
      const started = performance.now();
      ask(query);
      taken.push(performance.now() - started);
      const { user, system } = process.cpuUsage(before);
      used.push((user + system) / 1000);
    }
  }
  return {
    p50Ms: percentile(taken, 0.5),
    p99Ms: percentile(taken, 0.99),
    processorP50Ms: percentile(used, 0.5),
  };
}

/** A library's embeddings and the table over them, without the texts. */
function openVectors(file: string, dimensions: number) {
  const writer = openWriter(file);
  const reader = openReader(file);
  const table = createVectorTable(dimensions, createStoredVectors(reader).read);
  writer.exec("INSERT INTO embedding_model (model_key, model_id) VALUES (1, 'bench')");
  const insert = writer.prepare('INSERT INTO embedding (model_key, hash, scale, vector) VALUES (1, ?, ?, ?)');
  const random = randomFrom(29);
  const hash = (): Buffer => Buffer.from(Uint32Array.from({ length: 4 }, () => random() * 2 ** 32).buffer);
  let chunkId = 0;
  const addOne = (vector: Float32Array): void => {
    const { values, scale } = toInt8(vector);
    const bytes = new Uint8Array(values.buffer);
    const embeddingId = Number(insert.run(hash(), scale, bytes).lastInsertRowid);
    const documentId = Math.floor(chunkId / chunksOfDocument) + 1;
    chunkId += 1;
    table.add({ chunkId, documentId, conversation: 0, embeddingId, vector: bytes, scale });
    if (table.isInMemory && table.size > usualSizes.inMemoryAtMost) {
      for (const _ of table.recentre(Number.POSITIVE_INFINITY));
      table.leaveMemory();
    }
  };
  const add = writer.transaction((vectors: readonly Float32Array[]) => {
    for (const vector of vectors) addOne(vector);
  });
  return {
    table,
    add(vectors: readonly Float32Array[]): void {
      add(vectors);
      // Of a table that stays in memory; the other's signs have been taken.
      if (table.isInMemory) for (const _ of table.recentre(Number.POSITIVE_INFINITY));
    },
    close(): void {
      reader.close();
      writer.close();
    },
  };
}

function openSqliteVec(dimensions: number) {
  const db = new Database(':memory:');
  loadSqliteVec(db);
  db.exec(`CREATE VIRTUAL TABLE v USING vec0 (embedding int8[${dimensions}] distance_metric=cosine)`);
  const insert = db.prepare('INSERT INTO v (embedding) VALUES (vec_int8(?))');
  const nearest = db.prepare(
    `SELECT rowid FROM v WHERE embedding MATCH vec_int8(?) ORDER BY distance LIMIT ${best}`,
  );
  const bytes = (vector: Float32Array): Uint8Array => new Uint8Array(toInt8(vector).values.buffer);
  return {
    add: db.transaction((vectors: readonly Float32Array[]) => {
      for (const vector of vectors) insert.run(bytes(vector));
    }),
    best: (query: Float32Array) => nearest.all(bytes(query)),
    close: () => db.close(),
  };
}
