import { isAbsolute } from 'node:path';
import type { SourceRow } from '#indexer/store/sources.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Source } from '#main/contract/sources.ts';
import { type Implementer, never } from '../implementer.ts';
import type { Parts } from '../parts.ts';
import { untilAborted } from '../until-aborted.ts';
import { statusOf } from './status.ts';

export function sourcesRoutes(os: Implementer['sources'], parts: Parts) {
  const { library, indexer } = parts;
  const view = ({ sourceId, path, state }: SourceRow): Source => ({
    ...{ sourceId, path, state },
    files: library.files.counts(sourceId),
  });
  const viewOf = (sourceId: number): Source => {
    const row = library.sources.get(sourceId);
    if (row === undefined) throw new Fault('not-found', { what: `Source ${sourceId}` });
    return view(row);
  };
  return {
    list: os.list.handler(() => library.sources.list().map(view)),
    add: os.add.handler(async ({ input }) => {
      if (!isAbsolute(input.path)) throw new Fault('bad-input', { what: 'the path must begin at the root' });
      return view(await (await indexer()).add(input.path));
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
    ledger: os.ledger.handler(({ input }) => library.files.page(input)),
    progress: os.progress.handler(async function* ({ signal = never }) {
      yield* untilAborted((await indexer()).progress(), signal);
    }),
    settle: os.settle.handler(async ({ signal = never }) => {
      await (await indexer()).whenIdle(signal);
      return statusOf(parts);
    }),
  };
}
