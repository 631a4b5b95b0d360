import { setTimeout as delay } from 'node:timers/promises';
import type { Embedder } from '#models/embed/embedder.ts';
import type { ParserPool } from '../pool/parser-pool.ts';
import { type Indexing, startIndexing } from './indexing.ts';
import type { Unplugging } from './ways-to-unplug.ts';

export interface UnplugRun {
  readonly pool: ParserPool;
  /** null leaves the embedding out. */
  readonly embedder: Embedder | null;
  readonly way: Unplugging;
  readonly files: number;
}

const settleMs = 300;
/** A root that hangs is given up after 10 s, and looked at again every 10 s. */
const noticedMs = 40_000;

/**
 * Unplugs the root of an indexed source, starts anew while it is away, has it looked through by request, and plugs it
 * in again. Returns what should not have happened.
 */
export async function unplug({ pool, embedder, way, files }: UnplugRun): Promise<readonly string[]> {
  let texts = 0;
  const counting = embedder && {
    ...embedder,
    embed: (...call: Parameters<Embedder['embed']>) => {
      texts += call[0].filter((text) => text.includes('Quince')).length;
      return embedder.embed(...call);
    },
  };
  const at = startIndexing(pool, { settleMs, embedder: async () => counting });
  try {
    way.begin(at.folder);
    for (let n = 0; n < files; n++) at.write(`${n % 7}/${n}.txt`, `Quince number ${n} of the orchard.`);
    const sourceId = await at.addFolder();
    const before = { kept: keptOf(at, sourceId), texts };
    way.away(at.folder);
    const away = await whileAway(at, sourceId, files);
    await way.back(at.folder);
    const back = await onceBack(at, sourceId, files);
    const after = { kept: keptOf(at, sourceId), texts };
    const again = after.texts - before.texts;
    const isSame = after.kept.join('\n') === before.kept.join('\n');
    return [
      ...away,
      ...back,
      ...(again > 0 ? [`${again} texts were embedded again`] : []),
      ...(isSame ? [] : ['files were read again']),
      ...at.library.integrity(),
    ];
  } finally {
    way.end(at.folder);
    await at.close();
  }
}

async function whileAway(at: Indexing, sourceId: number, files: number): Promise<string[]> {
  const problems: string[] = [];
  const hold = async (when: string): Promise<void> => {
    if (!(await comes(() => found(at) === 0))) problems.push(`${when}: ${found(at)} files are found`);
    if (!(await comes(() => at.library.sources.get(sourceId)?.state === 'missing')))
      problems.push(`${when}: the source does not say so`);
    await delay(3 * settleMs);
    const rows = keptOf(at, sourceId).length;
    if (rows !== files) problems.push(`${when}: ${files - rows} rows were deleted`);
    const told = at.library.files.reasons().find(({ reason }) => reason === 'missing')?.count ?? 0;
    if (told < files) problems.push(`${when}: ${told} of ${files} files are told to be missing`);
  };
  await hold('unplugged');
  await at.restart(() => undefined);
  await hold('started anew');
  await at.indexer.rescan(sourceId);
  await at.idle();
  await hold('looked through by request');
  return problems;
}

async function onceBack(at: Indexing, sourceId: number, files: number): Promise<string[]> {
  const isBack = await comes(
    () => found(at) === files && at.library.sources.get(sourceId)?.state === 'watching',
  );
  await at.idle();
  return isBack ? [] : [`plugged in again: ${found(at)} of ${files} files are found`];
}

function found(at: Indexing): number {
  return at.finds('quince').length;
}

/** The source's own files with the time of their reading; not what another disk in its place held. */
function keptOf(at: Indexing, sourceId: number): string[] {
  const rows = at.library.files.list(sourceId).filter(({ path }) => /\d+\.txt$/.test(path));
  return rows.map(({ fileId, path, readAt }) => `${fileId} ${path} ${readAt}`);
}

async function comes(is: () => boolean): Promise<boolean> {
  const until = performance.now() + noticedMs;
  while (!is()) {
    if (performance.now() > until) return false;
    await delay(50);
  }
  return true;
}
