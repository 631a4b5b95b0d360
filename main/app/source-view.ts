import type { SourceRow } from '#indexer/store/sources.ts';
import type { Source } from '#main/contract/sources.ts';
import type { Parts } from './parts.ts';

/** A source as front ends see it. */
export function sourceView(
  { library, runningIndexer }: Pick<Parts, 'library' | 'runningIndexer'>,
  { sourceId, path, state }: SourceRow,
): Source {
  const unwatched = runningIndexer()?.unwatched() ?? [];
  const watched = unwatched.every((one) => one.sourceId !== sourceId);
  return { sourceId, path, state, watched, files: library.files.counts(sourceId) };
}
