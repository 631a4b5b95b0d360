import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createSearch, type Search } from '#indexer/search/search.ts';
import { type Library, openLibrary } from '#indexer/store/library.ts';
import type { SearchMode } from '#main/contract/search.ts';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { forkService } from '#models/runtime/forked-service.ts';
import { percentile } from '#scripts/percentile.ts';
import { chunkTexts, fillEmbeddings, fillLibrary, queries } from '../corpus/chunks.ts';
import { type Bench, type Measurement, millisecondsOfEach } from '../measurement.ts';
import { starterPath } from './embed.ts';

const chunks = 50_000;
const { signal } = new AbortController();

/** Keyword search, against one bare FTS5 table that holds the same number of texts. */
export async function measureKeyword(bench: Bench): Promise<Measurement> {
  const library = filled(bench);
  const { p50Ms, p99Ms } = await measureSearch(createSearch(library), null, 'keyword');
  const baselineMs = await measureBareFts(Math.round(chunks * bench.scale));
  return {
    name: 'keyword',
    figures: { chunks: library.documents.totals().chunks, p50Ms, p99Ms },
    baseline: { bareFtsP50Ms: baselineMs },
    ratio: baselineMs / p50Ms,
  };
}

/** Hybrid search, the embedding of the query included, against keyword search over the same library. */
export async function measureHybrid(bench: Bench): Promise<Measurement> {
  const library = filled(bench);
  const service = await forkService();
  bench.atEnd(() => service.kill());
  const embedder = await createModelClient(service.port).embedder(starterPath(starterEmbedder), signal);
  fillEmbeddings(library, embedder.modelId, embedder.dimensions);
  const search = createSearch(library);
  await search.search({ query: 'warm', limit: 10, mode: 'hybrid', filter: {} }, embedder, signal);
  const hybrid = await measureSearch(search, embedder, 'hybrid');
  const keyword = await measureSearch(search, null, 'keyword');
  return {
    name: 'hybrid',
    figures: { chunks: library.documents.totals().chunks, ...hybrid },
    baseline: { keywordP50Ms: keyword.p50Ms },
    ratio: keyword.p50Ms / hybrid.p50Ms,
  };
}

function filled(bench: Bench): Library {
  const library = openLibrary(join(bench.dir, 'library'));
  bench.atEnd(() => library.close());
  fillLibrary(library, Math.round(chunks * bench.scale));
  return library;
}

async function measureSearch(
  search: Search,
  embedder: Embedder | null,
  mode: SearchMode,
): Promise<{ p50Ms: number; p99Ms: number }> {
  const taken = await millisecondsOfEach(queries(200), (query) =>
    search.search({ query, limit: 10, mode, filter: {} }, embedder, signal),
  );
  return { p50Ms: percentile(taken, 0.5), p99Ms: percentile(taken, 0.99) };
}

async function measureBareFts(rows: number): Promise<number> {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61')");
  const insert = db.prepare('INSERT INTO t (text) VALUES (?)');
  const texts = chunkTexts(Math.min(rows, 5000));
  db.transaction(() => {
    for (let row = 0; row < rows; row++) insert.run(texts[row % texts.length] ?? '');
  })();
  const find = db.prepare('SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10');
  const taken = await millisecondsOfEach(queries(200), (query) =>
    find.all(
      query
        .split(' ')
        .map((word) => `"${word}"`)
        .join(' OR '),
    ),
  );
  db.close();
  return percentile(taken, 0.5);
}
