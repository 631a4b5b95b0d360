import { sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { comparePaths } from '../watch/path-order.ts';
import { isIgnored } from '../watch/scope.ts';
import { look } from '../watch/sighting.ts';
import { type Found, walk } from '../watch/walk.ts';
import type { Judge, Territory } from './judge.ts';

const pageRows = 500;
/** Leave in one turn and transaction: some milliseconds. */
const leftOutAtOnce = 40;

export interface Reconciled {
  /** Files that were met on the disk. */
  readonly found: number;
  /** Rows of the ledger whose file was met, and all rows. */
  readonly known: number;
  readonly rows: number;
}

/**
 * Compares the disk below `start` with the ledger: a walk and the ledger's rows, both in the order of paths, side by
 * side, so that neither is ever held whole. `leaveOut` gets the rows whose path is left out by now, some at a time.
 */
export async function reconcile(
  library: Library,
  judge: Judge,
  territory: Territory,
  start: string,
  leaveOut: (rows: readonly FileRow[]) => Promise<void>,
): Promise<Reconciled> {
  const { scope, signal } = territory;
  const rows = ledgerRows(library, territory.sourceId, start === scope.root ? '' : start + sep);
  let row = rows.next().value;
  const count = { found: 0, known: 0, rows: 0 };

  let left: FileRow[] = [];

  const letGo = async (): Promise<void> => {
    const rows = left;
    left = [];
    if (rows.length > 0) await leaveOut(rows);
  };
  const unseen = async (one: FileRow): Promise<void> => {
    if (one.missingSince !== null) return;
    if (isIgnored(scope, one.path, false)) {
      left.push(one);
      return left.length >= leftOutAtOnce ? letGo() : undefined;
    }
    const sighting = await look(one.path);
    await judge.found(territory, [{ path: one.path, sighting }]);
  };
  const passUpTo = async (path: string | null): Promise<void> => {
    while (row !== undefined && (path === null || comparePaths(row.path, path) < 0)) {
      signal.throwIfAborted();
      count.rows++;
      await unseen(row);
      row = rows.next().value;
    }
  };

  for await (const batch of walk(scope, start, signal, territory.list)) {
    const differing: Found[] = [];
    for (const found of batch) {
      await passUpTo(found.path);
      const known = row?.path === found.path ? row : undefined;
      if (known !== undefined) {
        count.rows++;
        count.known++;
        row = rows.next().value;
      }
      if (found.sighting.kind === 'gone') continue;
      count.found++;
      if (known === undefined || !judge.agrees(territory, known, found.sighting)) differing.push(found);
    }
    await judge.found(territory, differing);
    // Searches get their turn also where nothing is to be written.
    await setImmediate();
  }
  await passUpTo(null);
  await letGo();
  return count;
}

/** The source's rows whose path begins with `prefix`, read page by page. */
export function* ledgerRows(
  library: Library,
  sourceId: number,
  prefix: string,
): Generator<FileRow, undefined> {
  let last = prefix;
  while (true) {
    const page = library.files.after(sourceId, last, pageRows);
    for (const row of page) {
      if (!row.path.startsWith(prefix)) return undefined;
      yield row;
      last = row.path;
    }
    if (page.length < pageRows) return undefined;
  }
}
