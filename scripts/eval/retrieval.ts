import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createSearch } from '#indexer/search/search.ts';
import { type Library, openLibrary } from '#indexer/store/library.ts';
import { type Hit, type SearchMode, searchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { percentile } from '#scripts/percentile.ts';
import { type Collection, type Query, readCollection } from './collection.ts';
import { embedAll, openEmbeddingCache } from './embedding-cache.ts';
import { mean, type RankingScores, scoreRanking } from './measures.ts';
import { writeCollection } from './write-collection.ts';

export interface RetrievalReport {
  readonly set: string;
  readonly mode: SearchMode;
  readonly queries: number;
  readonly ndcg10: number;
  readonly recall20: number;
  readonly hit5: number;
  readonly mrr10: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface RetrievalOptions {
  readonly mode: SearchMode;
  /** null in mode `keyword` alone. */
  readonly embedder: Embedder | null;
  /** Where embeddings are kept between runs. */
  readonly cacheDir: string;
  readonly signal: AbortSignal;
}

const hitsAsked = 100;

/**
 * Runs a collection through the app's own chunker, store and search, in a library of its own that is removed again,
 * and measures the rankings. Times are of whole searches, the query's embedding included.
 */
export async function evalRetrieval(dir: string, options: RetrievalOptions): Promise<RetrievalReport> {
  const collection = readCollection(dir);
  const home = mkdtempSync(join(tmpdir(), 'quipu-eval-'));
  const library = openLibrary(home);
  try {
    const { sourceOf } = writeCollection(library, collection);
    if (options.embedder !== null) {
      const cache = openEmbeddingCache(options.cacheDir, options.embedder);
      await embedAll(library, options.embedder, cache, options.signal);
    }
    const results = await searchAll(library, collection, sourceOf, options);
    return report(basename(dir), options.mode, results);
  } finally {
    library.close();
    rmSync(home, { recursive: true });
  }
}

interface QueryResult {
  readonly scores: RankingScores;
  readonly tookMs: number;
}

async function searchAll(
  library: Library,
  { queries, relevance }: Collection,
  sourceOf: (group: string | undefined) => number | undefined,
  { mode, embedder, signal }: RetrievalOptions,
): Promise<QueryResult[]> {
  const search = createSearch(library);
  const ask = async ({ text, group }: Query): Promise<{ hits: Hit[]; tookMs: number }> => {
    const sourceId = sourceOf(group);
    const filter = sourceId === undefined ? {} : { sourceId };
    const started = performance.now();
    const input = searchInput.parse({ query: text, mode, limit: hitsAsked, filter });
    const hits = await search.search(input, embedder, signal);
    return { hits, tookMs: performance.now() - started };
  };
  const results: QueryResult[] = [];
  // The first search reads the vectors; what it takes is start-up, not search.
  if (queries[0] !== undefined) await ask(queries[0]);
  for (const query of queries) {
    const { hits, tookMs } = await ask(query);
    const ranking = [...new Set(hits.map(({ member }) => member ?? ''))];
    results.push({ scores: scoreRanking(ranking, relevance.get(query.id) ?? new Map()), tookMs });
  }
  return results;
}

function report(set: string, mode: SearchMode, results: readonly QueryResult[]): RetrievalReport {
  const average = (of: (scores: RankingScores) => number): number =>
    round(mean(results.map(({ scores }) => of(scores))), 4);
  const times = results.map(({ tookMs }) => tookMs);
  return {
    set,
    mode,
    queries: results.length,
    ndcg10: average(({ ndcg10 }) => ndcg10),
    recall20: average(({ recall20 }) => recall20),
    hit5: average(({ hit5 }) => hit5),
    mrr10: average(({ mrr10 }) => mrr10),
    p50Ms: round(percentile(times, 0.5), 2),
    p99Ms: round(percentile(times, 0.99), 2),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
