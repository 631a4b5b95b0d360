import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import type { SourceRow } from '../store/sources.ts';
import { isFolderRoot, lookAtRoot, rootAt } from '../watch/root.ts';
import { look } from '../watch/sighting.ts';
import type { Deletions } from './deletions.ts';
import type { Judge, Territory } from './judge.ts';
import type { Log } from './log.ts';
import type { ReadingStage } from './reading-stage.ts';
import { ledgerRows, type Reconciled, reconcile } from './reconcile.ts';
import type { WriteTurns } from './write-turns.ts';

/** The root is another folder at the same path, but holds this share of the known files: it was restored or synced anew. */
const adoptedShare = 0.8;

/** Marked in one turn and transaction. */
const turnFiles = 64;

export interface ScanTools {
  readonly library: Library;
  readonly writes: WriteTurns;
  readonly judge: Judge;
  readonly deletions: Deletions;
  readonly reading: Pick<ReadingStage, 'isReading' | 'whenRead' | 'stop'>;
  readonly log: Log;
}

/** Brings the ledger of a whole source up to what is on the disk, and settles what has been missing long enough. */
export async function scanSource(tools: ScanTools, territory: Territory): Promise<void> {
  const { library, deletions } = tools;
  const { sourceId, signal } = territory;
  const source = library.sources.get(sourceId);
  if (source === undefined) return;
  const root = await lookAtRoot(source);
  signal.throwIfAborted();
  if (root === 'away') await markAllMissing(tools, sourceId);
  else if (!isFolderRoot(source.rootId)) await scanSingleFile(tools, territory);
  else await scanFolder(tools, territory, source, root === 'replaced');
  signal.throwIfAborted();
  await deletions.review(sourceId);
}

/** Compares a folder of the source and what is below it with the ledger. */
export function scanBelow(tools: ScanTools, territory: Territory, start: string): Promise<Reconciled> {
  return reconcile(tools.library, tools.judge, territory, start, (rows) => leaveOut(tools, territory, rows));
}

/** Marks the files below a path at which there is no folder any more. */
export async function markMissingBelow(tools: ScanTools, sourceId: number, prefix: string): Promise<void> {
  let paths: string[] = [];
  for (const { path, missingSince } of ledgerRows(tools.library, sourceId, prefix)) {
    if (missingSince === null) paths.push(path);
    if (paths.length < turnFiles) continue;
    await tools.deletions.vanished(sourceId, paths);
    paths = [];
  }
  if (paths.length > 0) await tools.deletions.vanished(sourceId, paths);
}

async function scanFolder(
  tools: ScanTools,
  territory: Territory,
  source: SourceRow,
  isReplaced: boolean,
): Promise<void> {
  const { known, rows } = await scanBelow(tools, territory, source.path);
  if (!isReplaced || known < rows * adoptedShare) return;
  const { rootId } = await rootAt(source.path);
  await tools.writes.run(() => tools.library.sources.setRoot(source.sourceId, rootId));
  tools.log.info('root-adopted', { sourceId: source.sourceId, known, rows });
}

async function scanSingleFile({ judge }: ScanTools, territory: Territory): Promise<void> {
  const path = territory.scope.root;
  await judge.found(territory, [{ path, sighting: await look(path) }]);
}

async function markAllMissing(tools: ScanTools, sourceId: number): Promise<void> {
  tools.log.warn('source-away', { sourceId });
  // What is read from a share that hangs would keep its place from the files of other sources.
  await tools.reading.stop(sourceId);
  await markMissingBelow(tools, sourceId, '');
}

/** The files are no part of the source any more (a rule, a source of its own): they go at once, as if deleted on purpose. */
export async function leaveOut(
  { library, writes, reading }: ScanTools,
  { again }: Territory,
  rows: readonly FileRow[],
): Promise<void> {
  await writes.run(() => {
    const free = rows.filter(({ path }) => !reading.isReading(path));
    library.files.removeAll(free.map(({ path }) => path));
    // What a reading ends with would bring its file back.
    for (const { path } of rows) if (reading.isReading(path)) reading.whenRead(path, () => again(path));
  });
}
