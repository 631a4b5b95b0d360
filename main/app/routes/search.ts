import type { Log } from '#indexer/pipeline/log.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Hit, SearchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type Implementer, never } from '../implementer.ts';
import type { Parts } from '../parts.ts';

export function completeRoute(os: Implementer['complete'], { assistant }: Parts) {
  return os.handler(({ input }) => assistant.complete(input.text));
}

export function searchRoute(os: Implementer['search'], parts: Parts) {
  const { search, models, log, assistant } = parts;
  return os.handler(async ({ input: asked, signal = never }) => {
    const started = performance.now();
    const input = assistant.readSearch(asked);
    const hits =
      input.query === ''
        ? newestOf(parts, input)
        : await search.search(input, await embedderFor(input, models, log), signal);
    return {
      query: asked.query,
      plan: { query: input.query, intent: 'find' as const, filter: input.filter },
      tookMs: Math.round((performance.now() - started) * 10) / 10,
      corrected: search.corrected(input.query),
      hits,
    };
  });
}

/** Conditions without a word: what they let through, newest first, by its beginning. */
function newestOf({ library: { documents } }: Parts, { filter, limit }: SearchInput): Hit[] {
  const firsts = documents
    .list(filter, 'newest', limit)
    .flatMap(({ documentId }) => documents.chunks(documentId).slice(0, 1));
  return documents.hits(firsts.map(({ chunkId }, at) => ({ chunkId, score: 1 / (at + 1) })));
}

/** Keywords need no model, and a hybrid search goes on by keywords where the model service is down. */
async function embedderFor(
  { mode }: SearchInput,
  models: Parts['models'],
  log: Log,
): Promise<Embedder | null> {
  if (mode === 'keyword') return null;
  try {
    return await models.embedder();
  } catch (error) {
    if (mode === 'vector' || !(error instanceof Fault)) throw error;
    log.warn('search-by-keywords-only', { code: error.code });
    return null;
  }
}
