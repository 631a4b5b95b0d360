import { realpath } from 'node:fs/promises';
import { newestVersions } from '../sources/versions.ts';
import type { FileRow, FileStat } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { isIgnored, type Scope } from '../watch/ignore-rules.ts';
import { type Sighting, sameStat } from '../watch/sighting.ts';
import type { Found } from '../watch/walk.ts';
import type { Deletions } from './deletions.ts';
import type { Log } from './log.ts';
import type { ReadingStage } from './reading-stage.ts';
import type { WriteTurns } from './write-turns.ts';

/** A source and the stretch of the disk that is its own. */
export interface Territory {
  readonly sourceId: number;
  readonly scope: Scope;
  /** Aborted when the source is paused or forgotten: nothing more is written for it. */
  readonly signal: AbortSignal;
  /** Has the path looked at once more. */
  readonly again: (path: string) => void;
}

export interface JudgeOptions {
  readonly library: Library;
  readonly writes: WriteTurns;
  readonly deletions: Deletions;
  readonly log: Log;
  readonly reading: Pick<ReadingStage, 'isReading' | 'whenRead'>;
  /** The file's row is pending now; `isChange` where an event said so, which goes before what a scan found. */
  readonly onPending: (path: string, isChange: boolean) => void;
}

/** Compares what a look found with the ledger, and marks what is to be read. */
export interface Judge {
  /** All of a batch in one turn; `isChange`: events named these paths just now. */
  found(territory: Territory, batch: readonly Found[], isChange?: boolean): Promise<void>;
}

const noStat: FileStat = { sizeBytes: 0, modifiedMs: 0, inode: '' };
/** Errors that a file or folder keeps until someone changes it; others (a share that is away) pass. */
const lastingErrors = new Set(['EACCES', 'EPERM', 'EILSEQ', 'ENAMETOOLONG', 'ELOOP']);

export function createJudge(options: JudgeOptions): Judge {
  const { library, writes, deletions, reading } = options;
  const { files } = library;

  /** Whether a file's row must be read again, though it may look the same. */
  const isStale = (row: FileRow, stat: FileStat): boolean => {
    if (!sameStat(row, stat)) return true;
    if (row.state === 'pending') return row.missingSince !== null;
    // A change of permissions leaves size and time as they were.
    if (row.reason === 'unreadable' || row.reason === 'io-error') return true;
    return row.parserId !== null && (row.parserVersion ?? 0) < (newestVersions.get(row.parserId) ?? 0);
  };

  /** Runs inside a turn. Returns the row where the path's file is not there any more. */
  const settle = (
    territory: Territory,
    { path, sighting }: Found,
    isChange: boolean,
  ): FileRow | undefined => {
    const row = files.get(path);
    if (
      row !== undefined &&
      row.sourceId !== territory.sourceId &&
      library.sources.get(row.sourceId) !== undefined
    )
      return undefined;
    const stat = statOf(sighting);
    if (stat === null) return row;
    // A folder that was closed to us says nothing of what was read in it before.
    if (sighting.kind === 'unknown' && row !== undefined && (row.state === 'failed' || row.documents > 0))
      return undefined;
    if (row !== undefined && row.missingSince !== null) deletions.returned(row.sourceId);
    if (row === undefined || isStale(row, stat)) {
      files.markPending(territory.sourceId, path, stat);
      options.onPending(path, isChange);
    } else if (row.missingSince !== null) files.touch(path, stat);
    return undefined;
  };

  return {
    async found(territory, batch, isChange = false) {
      const { scope, signal, again } = territory;
      const judged: Found[] = [];
      for (const one of batch) {
        const { path, sighting } = one;
        // What the reading ends with would overwrite what is marked now.
        if (reading.isReading(path)) reading.whenRead(path, () => again(path));
        else if (sighting.kind === 'unknown' && !lastingErrors.has(sighting.code)) {
          options.log.warn('path-unknown', { path, code: sighting.code });
        } else if (sighting.kind === 'link' && (await leadsInside(scope, path))) {
          // What it leads to has its own row; a second one would show everything twice.
          judged.push({ path, sighting: { kind: 'gone' } });
        } else judged.push(one);
      }
      const gone = await writes.run(() => {
        signal.throwIfAborted();
        return judged.flatMap((one) => settle(territory, one, isChange) ?? []);
      });
      for (const row of gone) await deletions.vanished(row);
    },
  };
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
