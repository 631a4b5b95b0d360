import { Fault } from '#main/contract/fault.ts';
import type { Hit, SearchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { Library } from '../store/library.ts';
import { anyOf, queryTerms } from './keyword/expression.ts';
import { createLiveVectors } from './vectors/live-vectors.ts';

/** Finds the chunks that answer a query. Keeps the vectors in memory and follows every write of the store. */
export interface Search {
  /**
   * The best chunks, best first, few of one document. Without an embedder `hybrid` is `keyword`.
   * Throws Fault `model-missing` for mode `vector` without an embedder.
   */
  search(input: SearchInput, embedder: Embedder | null, signal: AbortSignal): Promise<Hit[]>;
}

const candidates = 400;

export function createSearch(library: Library): Search {
  const vectors = createLiveVectors(library);
  return {
    async search(input, embedder, signal) {
      signal.throwIfAborted();
      if (input.mode === 'vector' && embedder === null)
        throw new Fault('model-missing', { model: 'embedder' });
      const scores = new Map<number, number>();
      if (input.mode !== 'vector') {
        const terms = queryTerms(input.query);
        const matches = terms.length === 0 ? [] : library.text.match(anyOf(terms), input.filter, candidates);
        const most = matches[0]?.score ?? 1;
        for (const { chunkId, score } of matches) scores.set(chunkId, (0.7 * score) / most);
      }
      if (input.mode !== 'keyword' && embedder !== null) {
        const [query] = await embedder.embed([input.query], 'query', signal);
        if (query === undefined) throw new Error('the embedder returned no vector');
        const allowed = library.text.documentsIn(input.filter);
        const table = vectors.of(embedder.modelId, embedder.dimensions);
        const scan = table.scan(query, allowed === null ? null : new Set(allowed));
        for (const { chunkId, cosine } of scan.best(candidates)) {
          scores.set(chunkId, (scores.get(chunkId) ?? 0) + 0.3 * cosine);
        }
      }
      return library.documents.hits(
        [...scores]
          .map(([chunkId, score]) => ({ chunkId, score }))
          .sort((a, b) => b.score - a.score)
          .slice(0, input.limit),
      );
    },
  };
}
