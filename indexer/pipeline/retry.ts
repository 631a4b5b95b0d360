import { Fault } from '#main/contract/fault.ts';
import type { Reason } from '#main/contract/ledger.ts';
import type { FileRow } from '../store/file-row.ts';
import type { RowChoice } from '../store/ledger.ts';
import type { Library } from '../store/library.ts';
import { isIgnored } from '../watch/scope.ts';
import { look } from '../watch/sighting.ts';
import type { ReadingStage } from './reading-stage.ts';
import type { SourceKeeper } from './source-keeper.ts';
import { innermostSource, ledgerPlace, scopeAlong } from './tell-why.ts';
import type { WriteTurns } from './write-turns.ts';

/** Which files are to be read again; neither paths nor a reason: everything that is not wholly indexed. */
export interface Retry {
  /** Absolute; a folder stands for all that is in it. */
  readonly paths?: readonly string[] | undefined;
  readonly reason?: Reason | undefined;
}

export interface RetryTools {
  readonly library: Library;
  readonly writes: WriteTurns;
  readonly reading: Pick<ReadingStage, 'prefer'>;
  readonly keeper: Pick<SourceKeeper, 'lookAgain' | 'scopeOf'>;
}

/** Marked in one turn and transaction: some milliseconds. */
const turnFiles = 200;

/** Has files read again though nothing of them changed. Returns how many; throws Fault `not-in-ledger`. */
export async function retryFiles(tools: RetryTools, { paths, reason }: Retry): Promise<number> {
  if (paths === undefined) return retryChosen(tools, { reason: reason ?? null, isAll: false, prefix: '' });
  let count = 0;
  for (const path of paths) count += await retryPath(tools, path);
  return count;
}

async function retryPath(tools: RetryTools, asked: string): Promise<number> {
  const { library, keeper } = tools;
  const path = await ledgerPlace(library, asked);
  const row = library.files.get(path);
  if (row !== undefined) return again(tools, [row]);
  const below = await retryChosen(tools, { reason: null, isAll: true, prefix: path });
  if (below > 0) return below;
  const source = innermostSource(library, path);
  const { kind } = await look(path);
  const scope = source === undefined ? null : await scopeAlong(keeper, source, path);
  if (source === undefined || scope === null || kind === 'gone' || isIgnored(scope, path, kind === 'folder'))
    throw new Fault('not-in-ledger', { path: asked });
  keeper.lookAgain({ sourceId: source.sourceId, path });
  return 1;
}

/** All rows that are chosen, page by page. */
async function retryChosen(tools: RetryTools, choice: RowChoice): Promise<number> {
  let count = 0;
  let last = '';
  while (true) {
    const rows = tools.library.files.chosen(choice, last, turnFiles);
    count += await again(tools, rows);
    const end = rows.at(-1);
    if (end === undefined || rows.length < turnFiles) return count;
    last = end.path;
  }
}

async function again(tools: RetryTools, rows: readonly FileRow[]): Promise<number> {
  const { library, writes, reading, keeper } = tools;
  const present = rows.filter(({ missingSince }) => missingSince === null).map(({ path }) => path);
  await writes.run(() => library.files.markAll(present.map((path) => ({ kind: 'again', path }))));
  reading.prefer(present);
  // What is missing can't be read, but it may have come back unnoticed.
  for (const row of rows) if (row.missingSince !== null) keeper.lookAgain(row);
  return rows.length;
}
