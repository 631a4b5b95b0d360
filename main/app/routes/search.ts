import type { Log } from '#indexer/pipeline/log.ts';
import { Fault } from '#main/contract/fault.ts';
import type { SearchInput } from '#main/contract/search.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type Implementer, never } from '../implementer.ts';
import type { Parts } from '../parts.ts';

export function searchRoute(os: Implementer['search'], { search, models, log }: Parts) {
  return os.handler(async ({ input, signal = never }) => {
    const started = performance.now();
    const hits = await search.search(input, await embedderFor(input, models, log), signal);
    return {
      query: input.query,
      plan: { query: input.query, intent: 'find' as const, filter: input.filter },
      tookMs: Math.round((performance.now() - started) * 10) / 10,
      corrected: search.corrected(input.query),
      hits,
    };
  });
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
