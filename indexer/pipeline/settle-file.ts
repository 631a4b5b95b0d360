import { basename } from 'node:path';
import { newestVersions } from '../sources/versions.ts';
import type { FileRow, FileStat } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { look } from '../watch/sighting.ts';
import type { Deletions } from './deletions.ts';
import type { FileWrites } from './file-writes.ts';
import type { Log } from './log.ts';
import type { ParserPool } from './pool/parser-pool.ts';
import { type FileBytes, type FileUnread, readFileOnce, unread } from './read-file.ts';
import type { WriteTurns } from './write-turns.ts';

/** Tries before a file that never holds still is taken as it is, and one the disk can't read is given up. */
const triesAtMost = 6;

type Settled = 'settled' | 'again';

export interface FileSettlerOptions {
  readonly library: Library;
  readonly pool: ParserPool;
  readonly writes: WriteTurns;
  readonly fileWrites: FileWrites;
  readonly deletions: Deletions;
  readonly largestBytes: number;
  readonly log: Log;
}

/** Brings one pending file to its end in the ledger. */
export interface FileSettler {
  /** `tries` counts from 0; 'again' where the file did not hold still. */
  settle(row: FileRow, tries: number, signal: AbortSignal): Promise<Settled>;
}

export function createFileSettler(options: FileSettlerOptions): FileSettler {
  const { library, pool, writes, fileWrites, deletions, log } = options;
  const { files } = library;

  const writeUnread = (row: FileRow, read: FileUnread, signal: AbortSignal): Promise<void> =>
    fileWrites.write(
      {
        sourceId: row.sourceId,
        path: row.path,
        stat: read.stat,
        contentHash: null,
        parserId: read.parserId,
        parserVersion: read.parserId === null ? null : (newestVersions.get(read.parserId) ?? null),
        state: read.state,
        reason: read.reason,
        detail: read.detail,
        documents: [],
      },
      signal,
    );

  const parse = async (row: FileRow, read: FileBytes, signal: AbortSignal): Promise<void> => {
    const meta = {
      name: basename(row.path),
      modifiedMs: read.stat.modifiedMs,
      ...(read.skipped !== null && { skipped: read.skipped }),
    };
    const content = await pool.read(read.bytes, meta, signal);
    if (content.state === 'failed')
      log.warn('file-failed', {
        path: row.path,
        reason: content.reason ?? 'none',
        detail: content.detail ?? '',
      });
    const { sourceId, path } = row;
    await fileWrites.write(
      { ...content, sourceId, path, stat: read.stat, contentHash: read.contentHash },
      signal,
    );
  };

  /** True where the content is what was read last, by parsers that are still the newest. */
  const isKnown = (row: FileRow, contentHash: string | null): boolean => {
    if (contentHash === null || row.contentHash !== contentHash || row.parserId === null) return false;
    return (row.parserVersion ?? 0) >= (newestVersions.get(row.parserId) ?? 0);
  };

  const settleContent = async (row: FileRow, read: FileBytes, signal: AbortSignal) => {
    if (isKnown(row, read.contentHash)) return writes.run(() => files.touch(row.path, read.stat));
    const origin = await movedFrom(library, row, read.contentHash, read.stat);
    if (origin !== undefined) {
      // The name is part of what is found and shown, so a renamed file is read again behind the move.
      const isWhole = basename(origin.path) === basename(row.path) && isKnown(origin, read.contentHash);
      await writes.run(() => {
        signal.throwIfAborted();
        files.move(origin.path, row.path, read.stat, row.sourceId);
        if (!isWhole) files.markPending(row.sourceId, row.path, read.stat);
      });
      if (isWhole) return;
    }
    await parse(row, read, signal);
  };

  return {
    async settle(row, tries, signal) {
      const acceptChanging = tries + 1 >= triesAtMost;
      const read = await readFileOnce(
        row.path,
        { acceptChanging, largestBytes: options.largestBytes },
        signal,
      );
      switch (read.kind) {
        case 'content':
          await settleContent(row, read, signal);
          return 'settled';
        case 'unread':
          await writeUnread(row, read, signal);
          return 'settled';
        case 'gone':
          await deletions.vanished(row.sourceId, [row.path]);
          return 'settled';
        case 'unsteady':
          if (tries + 1 < triesAtMost) return 'again';
          log.warn('file-unsteady', { path: row.path, code: read.code });
          await writeUnread(row, unread('failed', 'io-error', read.stat, read.code), signal);
          return 'settled';
      }
    },
  };
}

/**
 * The row that this file was before it was renamed or moved: the same content at a path where nothing is any more.
 * An inode that stayed the same goes first, for of two equal files only one has moved.
 */
async function movedFrom(
  library: Library,
  row: FileRow,
  contentHash: string | null,
  stat: FileStat,
): Promise<FileRow | undefined> {
  if (contentHash === null) return undefined;
  const candidates = library.files
    .byContent(contentHash)
    .filter((candidate) => candidate.path !== row.path && candidate.documents > 0)
    .sort((a, b) => Number(b.inode === stat.inode) - Number(a.inode === stat.inode));
  for (const candidate of candidates.slice(0, 20)) {
    const source = library.sources.get(candidate.sourceId);
    // A disk that is away may come back with the file on it: then both are there.
    if (source === undefined || (source.state !== 'watching' && source.sourceId !== row.sourceId)) continue;
    if ((await look(candidate.path)).kind === 'gone') return candidate;
  }
  return undefined;
}
