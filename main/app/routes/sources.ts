import type { SourceRow } from '#indexer/store/sources.ts';
import { suggestPlaces } from '#indexer/suggest/suggest-places.ts';
import { isInside } from '#indexer/watch/ignore-rules.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Ignoring } from '#main/contract/ignoring.ts';
import type { Source } from '#main/contract/sources.ts';
import { changedIgnoring, ignoringOf } from '../ignoring.ts';
import { type Implementer, never } from '../implementer.ts';
import { namedPath, wholePath } from '../named-path.ts';
import type { Parts } from '../parts.ts';
import { sourceView } from '../source-view.ts';
import { thisComputer } from '../this-computer.ts';
import { untilAborted } from '../until-aborted.ts';
import { embedderInUse, statusOf } from './status.ts';

export function sourcesRoutes(os: Implementer['sources'], parts: Parts) {
  const { library, indexer } = parts;
  const view = (row: SourceRow): Source => sourceView(parts, row);
  const known = (sourceId: number): SourceRow => {
    const row = library.sources.get(sourceId);
    if (row === undefined) throw new Fault('not-found', { what: `Source ${sourceId}` });
    return row;
  };
  const viewOf = (sourceId: number): Source => view(known(sourceId));
  const tellIgnoring = async (sourceId: number): Promise<Ignoring> => {
    const files = await (await indexer()).ignoreFiles(sourceId);
    return ignoringOf(known(sourceId), files);
  };
  return {
    list: os.list.handler(() => library.sources.list().map(view)),
    suggested: os.suggested.handler(async function* ({ signal = never }) {
      for await (const place of untilAborted(suggestPlaces(thisComputer(), signal), signal))
        yield { ...place, isAdded: library.sources.list().some(({ path }) => isInside(path, place.path)) };
    }),
    add: os.add.handler(async ({ input }) => {
      const before = new Set(library.sources.list().map(({ sourceId }) => sourceId));
      const row = await (await indexer()).add(wholePath(input.path));
      return { ...view(row), isNew: !before.has(row.sourceId) };
    }),
    pause: os.pause.handler(async ({ input: { sourceId } }) => {
      await (await indexer()).pause(sourceId);
      return viewOf(sourceId);
    }),
    resume: os.resume.handler(async ({ input: { sourceId } }) => {
      await (await indexer()).resume(sourceId);
      return viewOf(sourceId);
    }),
    rescan: os.rescan.handler(async ({ input: { sourceId } }) => {
      await (await indexer()).rescan(sourceId);
      return viewOf(sourceId);
    }),
    forget: os.forget.handler(async ({ input: { sourceId } }) => (await indexer()).forget(sourceId)),
    ignoring: os.ignoring.handler(({ input: { sourceId } }) => tellIgnoring(sourceId)),
    ignore: os.ignore.handler(async ({ input: { sourceId, ...change } }) => {
      await (await indexer()).ignore(sourceId, changedIgnoring(known(sourceId), change));
      return tellIgnoring(sourceId);
    }),
    ledger: os.ledger.handler(({ input }) => library.files.page(input)),
    why: os.why.handler(async ({ input }) =>
      (await indexer()).why(namedPath(input.path), await embedderInUse(parts)),
    ),
    retry: os.retry.handler(async ({ input: { paths, reason } }) => ({
      files: await (await indexer()).retry({ paths: paths?.map(namedPath), reason }),
    })),
    progress: os.progress.handler(async function* ({ signal = never }) {
      yield* untilAborted((await indexer()).progress(), signal);
    }),
    settle: os.settle.handler(async ({ signal = never }) => {
      await (await indexer()).whenIdle(signal);
      return statusOf(parts);
    }),
  };
}
