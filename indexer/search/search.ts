import { Fault } from '#main/contract/fault.ts';
import type { Hit, SearchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { Library } from '../store/library.ts';
import { type Asking, createAsking } from './asking.ts';
import { fuse } from './fuse.ts';
import { createKeywordArm } from './keyword/keyword-arm.ts';
import { correctedQuery, readQuery } from './keyword/read-query.ts';
import { createVocabulary } from './keyword/vocabulary.ts';
import { pick } from './pick.ts';
import { rank } from './rank.ts';
import { createLiveVectors } from './vectors/live-vectors.ts';
import { lookAtAll, mostSimilar, similarity, unrelated } from './vectors/vector-arm.ts';

/** Finds the chunks that answer a query. Keeps the vectors in memory and follows every write of the store. */
export interface Search {
  /**
   * The best chunks, best first, few of one document. Without an embedder `hybrid` is `keyword`.
   * Throws Fault `model-missing` for mode `vector` without an embedder.
   */
  search(input: SearchInput, embedder: Embedder | null, signal: AbortSignal): Promise<Hit[]>;
  /** The query as it is searched for, where it has words that the library does not know; else null. */
  corrected(query: string): string | null;
}

type RankedChunks = ReturnType<typeof rank>;

/** How many chunks each arm gives to the fusion. */
const armLimit = 400;

/** `asking` is told of every search. */
export function createSearch(library: Library, asking: Asking = createAsking()): Search {
  const { documents, text } = library;
  const vectors = createLiveVectors(library);
  let chunks = documents.totals().chunks;
  library.follow((change) => {
    if (change.type === 'chunks-added') chunks += change.chunkIds.length;
    if (change.type === 'chunks-removed') chunks -= change.chunkIds.length;
  });
  const keyword = createKeywordArm(text, () => chunks);
  const vocabulary = createVocabulary(library);

  const textOf = (chunkId: number): string => documents.chunk(chunkId)?.text ?? '';

  const find = async (
    { query, mode, filter }: SearchInput,
    embedder: Embedder | null,
    signal: AbortSignal,
  ): Promise<RankedChunks> => {
    const scope = text.scope(filter);
    const { expressions, corrections } = readQuery(query, vocabulary);
    if (mode === 'keyword' || embedder === null) {
      const words = keyword.best(expressions, scope, armLimit);
      return rank(query, words, documents, null);
    }
    const meant = correctedQuery(query, corrections) ?? query;
    const [vector] = await embedder.embed([meant], 'query', signal);
    if (vector === undefined) throw new Error('the embedder returned no vector');
    const table = await vectors.of(embedder.modelId, embedder.dimensions);
    signal.throwIfAborted();
    // Nothing is awaited from here on: the table holds the scores of one scan.
    const scores = table.scan(vector, scope.documentIds);
    const similar = mostSimilar(scores, armLimit);
    if (mode === 'vector') return rank('', similar, documents, null);
    const words = keyword.best(expressions, scope, armLimit);
    lookAtAll(scores, words);
    const similarityOf = (chunkId: number): number | undefined => similarity(scores, chunkId);
    const fused = fuse({ words, vectors: similar, similarityOf, unrelated: unrelated(scores, scope) });
    return rank(query, fused, documents, (chunkIds) => library.vectors.ofChunks(embedder.modelId, chunkIds));
  };

  return {
    async search(input, embedder, signal) {
      signal.throwIfAborted();
      if (input.mode === 'vector' && embedder === null) {
        throw new Fault('model-missing', { model: 'for embeddings' });
      }
      const ranked = await asking.run(() => find(input, embedder, signal));
      return documents.hits(pick(ranked, textOf, input.limit));
    },
    corrected: (query) => correctedQuery(query, readQuery(query, vocabulary).corrections),
  };
}
