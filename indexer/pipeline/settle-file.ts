import { basename } from 'node:path';
import { type ContentRule, isReadOtherwise } from '../sources/content-rules.ts';
import { newestVersions } from '../sources/versions.ts';
import { type FileRow, rulesOf } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { lookAtRoot } from '../watch/root.ts';
import type { Deletions } from './deletions.ts';
import { type FileStanding, isSameMailFolder, rulesWithPath, standingOf } from './file-standing.ts';
import type { FileWrites } from './file-writes.ts';
import type { Log } from './log.ts';
import { movedFrom } from './moved-from.ts';
import type { ParserPool } from './pool/parser-pool.ts';
import { streamFile } from './portions/stream-file.ts';
import type { QuickReader } from './quick-reader.ts';
import { type FileBytes, type FileUnread, type OpenFile, readFileOnce, unread } from './read-file.ts';
import { createReadGate } from './read-gate.ts';
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
  readonly quick: QuickReader;
  readonly log: Log;
}

/** How far a file has come on its way. */
export interface Headway {
  /** So much of it is read, of a file that is read piece by piece: no more than a piece of it is held. */
  reached(bytes: number): void;
  /** It is read and waits for nothing but its transaction; true where others are on their way, which may share it. */
  ready(): boolean;
}

/** Brings one pending file to its end in the ledger. */
export interface FileSettler {
  /** `tries` counts from 0; 'again' where the file did not hold still. */
  settle(row: FileRow, tries: number, headway: Headway, signal: AbortSignal): Promise<Settled>;
}

interface Work {
  readonly row: FileRow;
  readonly standing: FileStanding;
  readonly headway: Headway;
}

export function createFileSettler(options: FileSettlerOptions): FileSettler {
  const { library, pool, writes, fileWrites, deletions, log } = options;
  const { files } = library;
  const tools = { library, pool, writes, log };
  const gate = createReadGate();

  /** A disk that went while its files were read is no damage of theirs. */
  const isAway = async ({ sourceId }: FileRow): Promise<boolean> => {
    const source = library.sources.get(sourceId);
    return source !== undefined && (await lookAtRoot(source)) !== 'same';
  };

  const writeUnread = (
    { row, standing, headway }: Work,
    read: FileUnread,
    signal: AbortSignal,
  ): Promise<void> =>
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
        rules: rulesWithPath({ off: standing.rulesOff, touched: [] }, row.path),
      },
      headway.ready(),
      signal,
    );

  const parse = async (work: Work, read: FileBytes, signal: AbortSignal): Promise<void> => {
    const { row, standing, headway } = work;
    const meta = {
      name: basename(row.path),
      modifiedMs: read.stat.modifiedMs,
      ...standing,
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
    const rules = rulesWithPath(content.rules, path);
    await fileWrites.write(
      { ...content, rules, sourceId, path, stat: read.stat, contentHash: read.contentHash },
      headway.ready(),
      signal,
    );
  };

  /** True where the content is what was read last, by parsers that are still the newest and rules that come to the same. */
  const isKnown = (row: FileRow, contentHash: string | null, rulesOff: readonly ContentRule[]): boolean => {
    if (contentHash === null || row.contentHash !== contentHash || row.parserId === null) return false;
    if (isReadOtherwise(rulesOf(row), rulesOff)) return false;
    return (row.parserVersion ?? 0) >= (newestVersions.get(row.parserId) ?? 0);
  };

  const settleContent = async (work: Work, read: FileBytes, signal: AbortSignal) => {
    const { row, standing } = work;
    const { rulesOff } = standing;
    if (isKnown(row, read.contentHash, rulesOff)) return writes.run(() => files.touch(row.path, read.stat));
    const same = read.contentHash === null ? [] : files.byContent(read.contentHash);
    for await (const origin of movedFrom(library, row, same, read.stat)) {
      // The name is part of what is found and shown, so a renamed file is read again behind the move.
      const isWhole =
        basename(origin.path) === basename(row.path) &&
        isSameMailFolder(standingOf(library, origin), standing) &&
        isKnown(origin, read.contentHash, rulesOff);
      await writes.run(() => {
        signal.throwIfAborted();
        files.move(origin.path, row.path, read.stat, row.sourceId);
        if (!isWhole) files.markPending(row.sourceId, row.path, read.stat);
      });
      if (isWhole) return;
      break;
    }
    await parse(work, read, signal);
  };

  return {
    async settle(row, tries, headway, signal) {
      const standing = standingOf(library, row);
      const work = { row, standing, headway };
      const acceptChanging = tries + 1 >= triesAtMost;
      const opensSecretStores = standing.rulesOff.includes('secret-stores');
      const readOptions = {
        ...{ acceptChanging, opensSecretStores, largestBytes: options.largestBytes, quick: options.quick },
        stream: (file: OpenFile) =>
          streamFile(tools, { row, standing, file, acceptChanging, signal, onReached: headway.reached }),
      };
      const readOnce = () => readFileOnce(row.path, readOptions, signal);
      const read = await gate.run(row.sourceId, readOnce, signal);
      switch (read.kind) {
        case 'content':
          await settleContent(work, read, signal);
          return 'settled';
        case 'streamed':
          return 'settled';
        case 'unread':
          await writeUnread(work, read, signal);
          return 'settled';
        case 'gone':
          await deletions.vanished(row.sourceId, [row.path]);
          return 'settled';
        case 'unsteady':
          if (tries + 1 < triesAtMost) return 'again';
          log.warn('file-unsteady', { path: row.path, code: read.code });
          if (await isAway(row)) {
            await deletions.vanished(row.sourceId, [row.path]);
            return 'settled';
          }
          await writeUnread(work, unread('failed', 'io-error', read.stat, read.code), signal);
          return 'settled';
      }
    },
  };
}
