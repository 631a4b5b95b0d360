import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { FileState, Reason } from '#main/contract/ledger.ts';
import type { FileStat } from '../store/file-row.ts';
import { errorCode, look, type Sighting, sameStat, sightingOf } from '../watch/sighting.ts';

/** Stops a file from filling the memory of the engine and of the parser it is handed to; a sparse file can claim 1 TB. */
export const largestFileBytes = 200 * 1024 * 1024;
/** Read and hashed at once: about 1 ms of hashing between two turns of the event loop. */
const pieceBytes = 1024 * 1024;
// A name swapped for a link must not lead elsewhere, and opening a pipe must not wait for a writer.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What became of reading a file's bytes. */
export type FileRead =
  | {
      readonly kind: 'content';
      readonly bytes: Uint8Array;
      readonly contentHash: string;
      readonly stat: FileStat;
    }
  /** There is a reason why its content is not read. */
  | {
      readonly kind: 'unread';
      readonly state: FileState;
      readonly reason: Reason;
      readonly detail: string | null;
      readonly stat: FileStat;
    }
  | { readonly kind: 'gone' }
  /** It changed while it was read, or the disk failed: worth another try. */
  | { readonly kind: 'unsteady'; readonly code: string; readonly stat: FileStat };

export interface ReadOptions {
  /** Takes the bytes of a file that never holds still (a log), rather than ask for another try. */
  readonly acceptChanging: boolean;
  readonly largestBytes: number;
}

const noStat: FileStat = { sizeBytes: 0, modifiedMs: 0, inode: '' };

/** Reads a file whole, and its sha256, without following links, waiting for pipes or writing anything (not even its access time on Linux's default mounts). */
export async function readFileOnce(
  path: string,
  options: ReadOptions,
  signal: AbortSignal,
): Promise<FileRead> {
  const sighting = await look(path);
  if (sighting.kind !== 'file') return notRead(sighting);
  const refused = refuse(sighting.stat, options.largestBytes);
  if (refused !== null) return refused;
  let handle: FileHandle;
  try {
    handle = await open(path, openFlags);
  } catch (error) {
    return notOpened(errorCode(error), sighting.stat);
  }
  try {
    return await readOpen(handle, options, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'unsteady', code: errorCode(error), stat: sighting.stat };
  } finally {
    await handle.close();
  }
}

async function readOpen(handle: FileHandle, options: ReadOptions, signal: AbortSignal): Promise<FileRead> {
  const before = sightingOf(await handle.stat());
  if (before.kind !== 'file') return notRead(before);
  const { stat } = before;
  const refused = refuse(stat, options.largestBytes);
  if (refused !== null) return refused;
  const bytes = Buffer.allocUnsafeSlow(stat.sizeBytes);
  const hash = createHash('sha256');
  let length = 0;
  while (length < bytes.length) {
    signal.throwIfAborted();
    const { bytesRead } = await handle.read(bytes, length, Math.min(pieceBytes, bytes.length - length), null);
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(length, length + bytesRead));
    length += bytesRead;
  }
  const after = sightingOf(await handle.stat());
  const steady = after.kind === 'file' && sameStat(after.stat, stat) && length === stat.sizeBytes;
  if (!steady && !options.acceptChanging) return { kind: 'unsteady', code: 'changed', stat };
  return { kind: 'content', bytes: bytes.subarray(0, length), contentHash: hash.digest('hex'), stat };
}

function refuse(stat: FileStat, largestBytes: number): FileRead | null {
  if (stat.sizeBytes === 0) return { kind: 'unread', state: 'skipped', reason: 'empty', detail: null, stat };
  if (stat.sizeBytes <= largestBytes) return null;
  const detail = `over ${Math.floor(largestBytes / 1024 / 1024)} MB`;
  return { kind: 'unread', state: 'skipped', reason: 'too-large', detail, stat };
}

function notRead(sighting: Exclude<Sighting, { kind: 'file' }> | Sighting): FileRead {
  switch (sighting.kind) {
    case 'gone':
    case 'folder':
      return { kind: 'gone' };
    case 'link':
      return { kind: 'unread', state: 'skipped', reason: 'link-outside', detail: null, stat: sighting.stat };
    case 'placeholder':
      return {
        kind: 'unread',
        state: 'skipped',
        reason: 'cloud-placeholder',
        detail: null,
        stat: sighting.stat,
      };
    case 'special':
      return { kind: 'unread', state: 'skipped', reason: 'not-regular', detail: null, stat: sighting.stat };
    case 'unknown':
      return notOpened(sighting.code, noStat);
    case 'file':
      return { kind: 'unsteady', code: 'changed', stat: sighting.stat };
  }
}

function notOpened(code: string, stat: FileStat): FileRead {
  const unread = (reason: Reason): FileRead => ({
    kind: 'unread',
    state: 'failed',
    reason,
    detail: null,
    stat,
  });
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'gone' };
    case 'EACCES':
    case 'EPERM':
      return unread('unreadable');
    case 'EILSEQ':
    case 'ENAMETOOLONG':
      return unread('name-unreadable');
    default:
      return { kind: 'unsteady', code, stat };
  }
}
