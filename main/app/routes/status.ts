import { Fault } from '#main/contract/fault.ts';
import type { Status } from '#main/contract/sources.ts';
import type { Implementer } from '../implementer.ts';
import type { Parts } from '../parts.ts';
import { sourceView } from '../source-view.ts';
import { watchNotice } from '../watch-notices.ts';

export function statusRoute(os: Implementer['status'], parts: Parts) {
  return os.handler(() => statusOf(parts));
}

/** What the library holds. A model service that is down does not keep the rest from being told. */
export async function statusOf(parts: Parts): Promise<Status> {
  const { library, models, holdBack } = parts;
  const { files, sources, documents } = library;
  const withheld = files.withheld();
  const { documents: documentCount, chunks } = documents.totals();
  const { pending } = files.counts();
  const embeddedChunks = chunks === 0 ? 0 : await embedded(library, models);
  return {
    sources: sources.list().map((row) => sourceView(parts, row)),
    files: files.counts(),
    documents: documentCount,
    chunks,
    embedded: embeddedChunks,
    bytes: files.bytes(),
    reasons: files.reasons(),
    withheld: [...withheld.kinds],
    withheldFiles: withheld.files,
    waitsFor: pending > 0 || embeddedChunks < chunks ? holdBack.held() : null,
    notices: [...parts.notices, ...waitingNotices(parts), ...watchNotices(parts)],
  };
}

/** What keeps the library from growing at the moment. */
function waitingNotices({ library, runningIndexer }: Parts): string[] {
  const trouble = runningIndexer()?.trouble() ?? null;
  if (trouble !== null) return [trouble.message];
  const isWaiting = library.files.tally().pending.files > 0 && library.room.isShort();
  return isWaiting ? [library.room.shortage().message] : [];
}

/** One for each way in which watching failed: many sources may have one limit in common. */
function watchNotices({ library, runningIndexer }: Parts): string[] {
  const byCode = Object.groupBy(runningIndexer()?.unwatched() ?? [], ({ code }) => code);
  return Object.entries(byCode).map(([code, sources = []]) =>
    watchNotice(
      code,
      sources.flatMap(({ sourceId }) => library.sources.get(sourceId)?.path ?? []),
    ),
  );
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
