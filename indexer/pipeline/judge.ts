import { realpath } from 'node:fs/promises';
import type { Reason } from '#main/contract/ledger.ts';
import { type ContentRule, isReadOtherwise } from '../sources/content-rules.ts';
import { newestVersions } from '../sources/versions.ts';
import { type FileRow, type FileStat, rulesOf } from '../store/file-row.ts';
import type { FileMark } from '../store/files.ts';
import type { Library } from '../store/library.ts';
import { comparePaths } from '../watch/path-order.ts';
import { isIgnored, type Scope } from '../watch/scope.ts';
import { type Sighting, sameStat } from '../watch/sighting.ts';
import type { Found, ListFolder } from '../watch/walk.ts';
import type { Deletions } from './deletions.ts';
import type { Log } from './log.ts';
import type { ReadingStage } from './reading-stage.ts';
import type { WriteTurns } from './write-turns.ts';

/** A source and the stretch of the disk that is its own. */
export interface Territory {
  readonly sourceId: number;
  readonly scope: Scope;
  /** Content rules that are off in the source. */
  readonly rulesOff: readonly ContentRule[];
  /** Aborted when the source is paused or forgotten: nothing more is written for it. */
  readonly signal: AbortSignal;
  /** Watches a folder and lists it. */
  readonly list: ListFolder;
  /** Has the path looked at once more. */
  readonly again: (path: string) => void;
}

export interface JudgeOptions {
  readonly library: Library;
  readonly writes: WriteTurns;
  readonly deletions: Deletions;
  readonly log: Log;
  readonly reading: Pick<ReadingStage, 'isReading' | 'whenRead'>;
  /** The files' rows are pending now; `isChange` where events said so, which goes before what a scan found. */
  readonly onPending: (paths: readonly string[], isChange: boolean) => void;
}

/** Compares what a look found with the ledger, and marks what is to be read. */
export interface Judge {
  /** `isChange`: events named these paths just now. */
  found(territory: Territory, batch: readonly Found[], isChange?: boolean): Promise<void>;
  /** True where the row, as it was read just now, says all that there is to note of the sighting: nothing changed. */
  agrees(territory: Territory, row: FileRow, sighting: Sighting): boolean;
}

/** Looked up and marked in one turn and transaction: some milliseconds. */
const turnFiles = 500;
const noStat: FileStat = { sizeBytes: 0, modifiedMs: 0, changedMs: null, inode: '' };
/** Errors that a file or folder keeps until someone changes it; others (a share that is away) pass. */
const lastingErrors = new Set(['EACCES', 'EPERM', 'EILSEQ', 'ENAMETOOLONG', 'ELOOP']);

/** A change of permissions, or of what a link leads to, leaves size and time as they were. */
const changesUnseen: ReadonlySet<Reason> = new Set(['unreadable', 'io-error', 'link-broken', 'link-outside']);

export function createJudge(options: JudgeOptions): Judge {
  const { library, writes, deletions, reading } = options;
  const { files } = library;

  /** Whether a file's row must be read again, though it may look the same. */
  const isStale = (row: FileRow, stat: FileStat, { rulesOff }: Territory): boolean => {
    if (!sameStat(row, stat)) return true;
    if (row.state === 'pending') return row.missingSince !== null;
    if (isReadOtherwise(rulesOf(row), rulesOff)) return true;
    if (row.reason !== null && changesUnseen.has(row.reason)) return true;
    return row.parserId !== null && (row.parserVersion ?? 0) < (newestVersions.get(row.parserId) ?? 0);
  };

  /** What is to be noted of a sighting; null where the ledger already says so. Runs inside a turn. */
  const markOf = (territory: Territory, { path, sighting }: Found, mayBeKnown: boolean): FileMark | null => {
    const { sourceId } = territory;
    const row = mayBeKnown ? files.get(path) : undefined;
    if (row !== undefined && row.sourceId !== sourceId && library.sources.get(row.sourceId) !== undefined)
      return null;
    const stat = statOf(sighting);
    if (stat === null) return row === undefined || row.missingSince !== null ? null : { kind: 'gone', path };
    // A folder that was closed to us says nothing of what was read in it before.
    if (sighting.kind === 'unknown' && row !== undefined && (row.state === 'failed' || row.documents > 0))
      return null;
    if (row?.missingSince != null) deletions.returned(sourceId);
    if (row === undefined) return { kind: 'new', sourceId, path, stat };
    if (isStale(row, stat, territory)) return { kind: 'pending', sourceId, path, stat };
    return row.missingSince === null && !isNewlyDated(row, stat) ? null : { kind: 'same', path, stat };
  };

  /** Leaves out what can't be told now, and what is told in another way. */
  const worthNoting = async ({ scope, again }: Territory, batch: readonly Found[]): Promise<Found[]> => {
    const noted: Found[] = [];
    for (const one of batch) {
      const { path, sighting } = one;
      // What the reading ends with would overwrite what is marked now.
      if (reading.isReading(path)) reading.whenRead(path, () => again(path));
      else if (sighting.kind === 'unknown' && !lastingErrors.has(sighting.code)) {
        options.log.warn('path-unknown', { path, code: sighting.code });
      } else if (sighting.kind === 'link' && (await leadsInside(scope, path))) {
        // What it leads to has its own row; a second one would show everything twice.
        noted.push({ path, sighting: { kind: 'gone' } });
      } else noted.push(one);
    }
    return noted;
  };

  return {
    agrees(territory, row, sighting) {
      if (sighting.kind !== 'file' || row.state === 'pending' || row.missingSince !== null) return false;
      return !isStale(row, sighting.stat, territory) && !isNewlyDated(row, sighting.stat);
    },
    async found(territory, batch, isChange = false) {
      for (let start = 0; start < batch.length; start += turnFiles) {
        const noted = await worthNoting(territory, batch.slice(start, start + turnFiles));
        const marks = await writes.run(() => {
          territory.signal.throwIfAborted();
          // In a first scan all are new: one look says so for the whole stretch.
          const mayBeKnown = files.hasBetween(...stretchOf(noted));
          const found = noted.flatMap((one) => markOf(territory, one, mayBeKnown) ?? []);
          if (found.length > 0) files.markAll(found);
          return found;
        });
        const pending = marks
          .filter(({ kind }) => kind === 'pending' || kind === 'new')
          .map(({ path }) => path);
        if (pending.length > 0) options.onPending(pending, isChange);
        if (marks.some(({ kind }) => kind === 'gone')) deletions.expect(territory.sourceId);
      }
    },
  };
}

/** The first and the last path in the ledger's order. */
function stretchOf(batch: readonly Found[]): [first: string, last: string] {
  const paths = batch.map(({ path }) => path);
  const first = paths.reduce((least, path) => (comparePaths(path, least) < 0 ? path : least), paths[0] ?? '');
  const last = paths.reduce((most, path) => (comparePaths(path, most) > 0 ? path : most), paths[0] ?? '');
  return [first, last];
}

/** The row is from before times of change were kept: without one the next change might pass unseen. */
function isNewlyDated(row: FileRow, stat: FileStat): boolean {
  return row.changedMs === null && stat.changedMs !== null && row.state !== 'pending';
}

/** What a sighting is compared by; null where no file is there. */
function statOf(sighting: Sighting): FileStat | null {
  switch (sighting.kind) {
    case 'file':
    case 'link':
    case 'special':
    case 'placeholder':
      return sighting.stat;
    case 'unknown':
      return noStat;
    case 'gone':
    case 'folder':
      return null;
  }
}

/** True for a link to a place in the same source that is looked at anyway. */
async function leadsInside(scope: Scope, path: string): Promise<boolean> {
  try {
    return !isIgnored(scope, await realpath(path), false);
  } catch {
    return false;
  }
}
