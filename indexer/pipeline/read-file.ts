import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, opendir, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileState, Reason } from '#main/contract/ledger.ts';
import { isMedia, isUnsupported, streamedFormat } from '../sources/detect.ts';
import { isMediaName, mayBeStreamed, type StreamedFormat } from '../sources/formats.ts';
import type { SkippedBytes } from '../sources/parser.ts';
import { isSecretPath } from '../sources/secrets/secret-store.ts';
import type { ParserId } from '../sources/versions.ts';
import type { FileStat } from '../store/file-row.ts';
import { errorCode, isLostName, look, type Sighting, sameStat, sightingOf } from '../watch/sighting.ts';
import type { QuickReader } from './quick-reader.ts';

/** Read and hashed at once: about 1 ms of hashing between two turns of the event loop. */
const pieceBytes = 1024 * 1024;
/** Files above this are judged by their first bytes before they are read: most of them are films and pictures. */
const smallBytes = 256 * 1024;
const headBytes = 16 * 1024;
/** Pictures, sounds and films above this are read for what their ends say of them: the rest is pixels. */
const wholeMediaBytes = 50_000_000;
/** Room for the tags and cover of a sound; most tags end within some kilobytes. */
const mediaHeadBytes = 8 * 1024 * 1024;
/** Phones write a film's date and place behind it, with a table of its pictures: about 1 MB for ten minutes. */
const mediaTailBytes = 8 * 1024 * 1024;
// A name swapped for a link must not lead elsewhere, and opening a pipe must not wait for a writer.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Why a file's content was not read. */
export interface FileUnread {
  readonly kind: 'unread';
  readonly state: FileState;
  readonly reason: Reason;
  readonly detail: string | null;
  readonly stat: FileStat;
  /** The parser id that stands for the decision, where a later version may decide otherwise. */
  readonly parserId: ParserId | null;
}

export interface FileBytes {
  readonly kind: 'content';
  readonly bytes: Uint8Array;
  /** sha256, hex; null for parts of a film, which do not tell it from every other. */
  readonly contentHash: string | null;
  /** What was not read of a film. */
  readonly skipped: SkippedBytes | null;
  readonly stat: FileStat;
}

/** A file that is open for reading, of which as much is read as is wanted. */
export interface OpenFile {
  readonly format: StreamedFormat;
  readonly stat: FileStat;
  /** Fewer bytes than asked for only where the file ends; it ends where it did when it was opened. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** True while it is what it was when it was opened. */
  isSteady(): Promise<boolean>;
}

/** What became of reading a file's bytes. */
export type FileRead = FileBytes | FileUnread | { readonly kind: 'gone' } | FileUnsteady;

/** It changed while it was read, or the disk failed: worth another try. */
export interface FileUnsteady {
  readonly kind: 'unsteady';
  readonly code: string;
  readonly stat: FileStat;
}

export interface ReadOptions<Streamed> {
  /** Takes the bytes of a file that never holds still (a log), rather than ask for another try. */
  readonly acceptChanging: boolean;
  /** Stops a file from filling the memory of the engine and of its parser; a sparse file can claim 1 TB. */
  readonly largestBytes: number;
  /** Reads what has no largest size, while it is open; without it such a file is read whole. */
  readonly stream?: (file: OpenFile) => Promise<Streamed>;
  /** Opens also what is known to keep passwords or keys. */
  readonly opensSecretStores: boolean;
  /** Tried first: it reads what is small and plain. */
  readonly quick?: QuickReader;
}

/** What the system says of a link to nothing, or to itself. */
const leadsNowhere = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

const noStat: FileStat = { sizeBytes: 0, modifiedMs: 0, changedMs: null, inode: '' };

/** Reads a file whole, with its sha256: without following links, waiting for pipes or opening it for writing. */
export async function readFileOnce<Streamed = never>(
  path: string,
  options: ReadOptions<Streamed>,
  signal: AbortSignal,
): Promise<FileRead | Streamed> {
  if (options.opensSecretStores || !isSecretPath(path)) {
    const read = await readQuickly(path, options);
    if (read !== null) return read;
  }
  const sighting = await look(path);
  if (sighting.kind === 'gone' && isLostName(basename(path))) return notOpened('EILSEQ', noStat);
  if (sighting.kind === 'folder') return closedOrGone(path);
  if (sighting.kind === 'link') return notFollowed(path, sighting.stat);
  const isPart =
    isMediaName(basename(path)) || (options.stream !== undefined && mayBeStreamed(basename(path)));
  const refused = refuse(sighting, isPart ? Number.POSITIVE_INFINITY : options.largestBytes);
  if (refused !== null) return refused;
  const stat = statOf(sighting);
  // Hidden folders are looked at where a person says so, but the keys in them are never opened.
  if (isSecretPath(path) && !options.opensSecretStores) return unread('skipped', 'secret-store', stat);
  let handle: FileHandle;
  try {
    handle = await open(path, openFlags);
  } catch (error) {
    return notOpened(errorCode(error), stat);
  }
  try {
    return await readOpen(handle, basename(path), options, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'unsteady', code: errorCode(error), stat };
  } finally {
    await handle.close();
  }
}

async function readQuickly<Streamed>(
  path: string,
  { quick, stream, acceptChanging }: ReadOptions<Streamed>,
): Promise<FileRead | null> {
  const read = (await quick?.read(path)) ?? null;
  if (read === null || (stream !== undefined && streamedFormat(read.bytes, basename(path)) !== null))
    return null;
  const { bytes, contentHash, before, after } = read;
  const stat = statOf(before);
  if (!sameStat(statOf(after), stat) && !acceptChanging) return { kind: 'unsteady', code: 'changed', stat };
  return { kind: 'content', bytes, contentHash, skipped: null, stat };
}

async function readOpen<Streamed>(
  handle: FileHandle,
  name: string,
  options: ReadOptions<Streamed>,
  signal: AbortSignal,
): Promise<FileRead | Streamed> {
  const before = sightingOf(await handle.stat());
  const { sizeBytes } = statOf(before);
  const head = sizeBytes > smallBytes ? await headOf(handle) : null;
  if (head !== null && options.stream !== undefined) {
    const format = streamedFormat(head, name);
    if (format !== null) return options.stream(openFile(handle, format, statOf(before)));
  }
  const isPart = head !== null && sizeBytes > wholeMediaBytes && isMedia(head, name);
  const refused = refuse(before, isPart ? Number.POSITIVE_INFINITY : options.largestBytes);
  if (refused !== null) return refused;
  const stat = statOf(before);
  if (head !== null && isUnsupported(head, name))
    return { ...unread('skipped', 'unsupported-format', stat), parserId: 'none' };
  const { bytes, contentHash, skipped } = isPart
    ? await readEnds(handle, sizeBytes, signal)
    : { ...(await readBytes(handle, 0, sizeBytes, signal)), skipped: null };
  if (head === null && options.stream !== undefined) {
    const format = streamedFormat(bytes, name);
    if (format !== null) return options.stream(openFile(handle, format, stat));
  }
  const after = sightingOf(await handle.stat());
  const isSteady = sameStat(statOf(after), stat) && bytes.length + (skipped?.bytes ?? 0) === sizeBytes;
  if (!isSteady && !options.acceptChanging) return { kind: 'unsteady', code: 'changed', stat };
  return { kind: 'content', bytes, contentHash, skipped, stat };
}

function openFile(handle: FileHandle, format: StreamedFormat, stat: FileStat): OpenFile {
  return {
    format,
    stat,
    async read(at, length) {
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, stat.sizeBytes - at)));
      let count = 0;
      while (count < bytes.length) {
        const { bytesRead } = await handle.read(bytes, count, bytes.length - count, at + count);
        if (bytesRead === 0) break;
        count += bytesRead;
      }
      return bytes.subarray(0, count);
    },
    isSteady: async () => sameStat(statOf(sightingOf(await handle.stat())), stat),
  };
}

async function headOf(handle: FileHandle): Promise<Uint8Array> {
  const head = Buffer.alloc(headBytes);
  const { bytesRead } = await handle.read(head, 0, headBytes, 0);
  return head.subarray(0, bytesRead);
}

async function readEnds(handle: FileHandle, sizeBytes: number, signal: AbortSignal) {
  const head = await readBytes(handle, 0, mediaHeadBytes, signal);
  const tail = await readBytes(handle, sizeBytes - mediaTailBytes, mediaTailBytes, signal);
  const skipped = { at: mediaHeadBytes, bytes: sizeBytes - mediaHeadBytes - mediaTailBytes };
  return { bytes: Buffer.concat([head.bytes, tail.bytes]), contentHash: null, skipped };
}

async function readBytes(
  handle: FileHandle,
  start: number,
  sizeBytes: number,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; contentHash: string }> {
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  const hash = createHash('sha256');
  let length = 0;
  while (length < sizeBytes) {
    signal.throwIfAborted();
    const { bytesRead } = await handle.read(
      bytes,
      length,
      Math.min(pieceBytes, sizeBytes - length),
      start + length,
    );
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(length, length + bytesRead));
    length += bytesRead;
  }
  return { bytes: bytes.subarray(0, length), contentHash: hash.digest('hex') };
}

/** Why what was seen is not to be read; null for a file that is. */
function refuse(sighting: Sighting, largestBytes: number): FileRead | null {
  switch (sighting.kind) {
    case 'file': {
      const { stat } = sighting;
      if (stat.sizeBytes === 0) return unread('skipped', 'empty', stat);
      const megabytes = `${Math.ceil(stat.sizeBytes / 1_000_000)} MB`;
      return stat.sizeBytes > largestBytes ? unread('skipped', 'too-large', stat, megabytes) : null;
    }
    case 'link':
      return unread('skipped', 'link-outside', sighting.stat);
    case 'placeholder':
      return unread('skipped', 'cloud-placeholder', sighting.stat);
    case 'special':
      return unread('skipped', 'not-regular', sighting.stat);
    case 'unknown':
      return notOpened(sighting.code, noStat);
    case 'gone':
    case 'folder':
      return { kind: 'gone' };
  }
}

/** Why a link is not followed. What it leads to is looked at, never opened. */
async function notFollowed(link: string, stat: FileStat): Promise<FileRead> {
  try {
    const { kind } = await look(await realpath(link));
    return unread('skipped', kind === 'special' ? 'not-regular' : 'link-outside', stat);
  } catch (error) {
    const code = errorCode(error);
    return leadsNowhere.has(code) ? unread('skipped', 'link-broken', stat) : notOpened(code, stat);
  }
}

/** A folder has a row of its own only while it can't be listed. */
async function closedOrGone(folder: string): Promise<FileRead> {
  try {
    await (await opendir(folder)).close();
    return { kind: 'gone' };
  } catch (error) {
    return notOpened(errorCode(error), noStat);
  }
}

function notOpened(code: string, stat: FileStat): FileRead {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'gone' };
    case 'EACCES':
    case 'EPERM':
      return unread('failed', 'unreadable', stat);
    case 'EILSEQ':
    case 'ENAMETOOLONG':
      return unread('failed', 'name-unreadable', stat);
    default:
      return { kind: 'unsteady', code, stat };
  }
}

/** The ledger's words for a file whose content was not read. */
export function unread(
  state: FileState,
  reason: Reason,
  stat: FileStat,
  detail: string | null = null,
): FileUnread {
  return { kind: 'unread', state, reason, detail, stat, parserId: null };
}

function statOf(sighting: Sighting): FileStat {
  return 'stat' in sighting ? sighting.stat : noStat;
}
