import { constants, type Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import type { FileStat } from '../store/file-row.ts';

/** What a fresh look at a path found. */
export type Sighting =
  | { readonly kind: 'file'; readonly stat: FileStat }
  | { readonly kind: 'folder'; readonly rootId: string }
  | { readonly kind: 'link'; readonly stat: FileStat }
  /** A cloud drive's stand-in: opening it would download the content. */
  | { readonly kind: 'placeholder'; readonly stat: FileStat }
  /** A pipe, socket or device: opening one can hang or act. */
  | { readonly kind: 'special'; readonly stat: FileStat }
  | { readonly kind: 'gone' }
  /** It may be there, but the system refused to say (permissions, a failing disk, a share that is away). */
  | { readonly kind: 'unknown'; readonly code: string };

/** What of a stat is asked for. */
export type StatValues = Pick<Stats, 'dev' | 'ino' | 'mode' | 'size' | 'blocks' | 'mtimeMs' | 'ctimeMs'>;

/** The stat values by which a change is noticed. The device is left out: its number changes when a disk is plugged in again. */
function fileStatOf(stats: StatValues): FileStat {
  return {
    sizeBytes: stats.size,
    modifiedMs: stats.mtimeMs,
    // FAT and some shares keep none, which Windows gives as 1601 and others as 1970.
    changedMs: stats.ctimeMs > 0 ? stats.ctimeMs : null,
    inode: String(stats.ino),
  };
}

/** What tells a folder from another that took its path. */
export function rootIdOf(stats: Pick<Stats, 'dev' | 'ino'>): string {
  return `${stats.dev}:${stats.ino}`;
}

/**
 * A file without a block of its own is a stand-in where cloud drives make such: Node does not tell the flag that says so
 * (SF_DATALESS, FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS). One that is all holes passes for one too: it has nothing to read.
 * Smaller files can lie in the directory entry itself.
 */
const smallestPlaceholderBytes = 4096;
const cloudDrives = process.platform === 'darwin' || process.platform === 'win32';

export function sightingOf(stats: StatValues): Sighting {
  switch (stats.mode & constants.S_IFMT) {
    case constants.S_IFREG: {
      const isAway = cloudDrives && stats.blocks === 0 && stats.size > smallestPlaceholderBytes;
      return { kind: isAway ? 'placeholder' : 'file', stat: fileStatOf(stats) };
    }
    case constants.S_IFDIR:
      return { kind: 'folder', rootId: rootIdOf(stats) };
    case constants.S_IFLNK:
      return { kind: 'link', stat: fileStatOf(stats) };
    default:
      return { kind: 'special', stat: fileStatOf(stats) };
  }
}

/** Looks at a path itself, never through a link. */
export async function look(path: string): Promise<Sighting> {
  try {
    return sightingOf(await lstat(path));
  } catch (error) {
    return unseen(errorCode(error));
  }
}

/** The error code of a failed system call, or its message where it has none. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}

/** What an error code of looking at a path, or of listing it, means. */
export function unseen(code: string): Sighting {
  // ENOTDIR: a folder on the way has become a file.
  return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'gone' } : { kind: 'unknown', code };
}

/** What reading a name that is no valid text puts in its place: under this name nothing can be opened. */
const replacement = '\ufffd';

/** True for the name of an entry that a folder lists but that can't be looked at under it. */
export function isLostName(name: string): boolean {
  return name.includes(replacement);
}

/**
 * Same size, times and inode: the content is taken to be what it was. A program can set a file's time back, but not the
 * time of its change; that moves with permissions and links too, so that where it alone differs the content decides.
 */
export function sameStat(a: FileStat, b: FileStat): boolean {
  const isChanged = a.changedMs !== null && b.changedMs !== null && a.changedMs !== b.changedMs;
  return a.sizeBytes === b.sizeBytes && a.modifiedMs === b.modifiedMs && a.inode === b.inode && !isChanged;
}
