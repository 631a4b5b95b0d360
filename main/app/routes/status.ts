import { Fault } from '#main/contract/fault.ts';
import type { Status } from '#main/contract/sources.ts';
import type { Implementer } from '../implementer.ts';
import type { Parts } from '../parts.ts';

export function statusRoute(os: Implementer['status'], parts: Parts) {
  return os.handler(() => statusOf(parts));
}

/** What the library holds. A model service that is down does not keep the rest from being told. */
export async function statusOf({ library, models, notices }: Parts): Promise<Status> {
  const { files, sources, documents } = library;
  const withheld = files.withheld();
  const { documents: documentCount, chunks } = documents.totals();
  return {
    sources: sources
      .list()
      .map(({ sourceId, path, state }) => ({ sourceId, path, state, files: files.counts(sourceId) })),
    files: files.counts(),
    documents: documentCount,
    chunks,
    embedded: chunks === 0 ? 0 : await embedded(library, models),
    bytes: files.bytes(),
    reasons: files.reasons(),
    withheld: [...withheld.kinds],
    withheldFiles: withheld.files,
    notices: [...notices],
  };
}

async function embedded(library: Parts['library'], models: Parts['models']): Promise<number> {
  const modelId = await embedderInUse({ models });
  return modelId === null ? 0 : library.embeddings.progress(modelId).embedded;
}

/** The embedder's id; null where there is none or its service does not answer. */
export async function embedderInUse({ models }: Pick<Parts, 'models'>): Promise<string | null> {
  try {
    return (await models.embedder())?.modelId ?? null;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
