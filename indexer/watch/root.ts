import { lstat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { look, rootIdOf } from './sighting.ts';

const singleFileMark = 'file-in ';

/** What tells a source's root from another that takes its path: `dev:ino` of the folder. */
export interface Root {
  readonly rootId: string;
  readonly isFolder: boolean;
}

/**
 * The root of a source at an absolute path: a folder itself, or the folder of a single file, whose own inode changes
 * with every save. Throws the error of the system where the path can't be looked at.
 */
export async function rootAt(path: string): Promise<Root> {
  const stats = await lstat(path);
  if (stats.isDirectory()) return { rootId: rootIdOf(stats), isFolder: true };
  return { rootId: singleFileMark + rootIdOf(await lstat(dirname(path))), isFolder: false };
}

export function isFolderRoot(rootId: string): boolean {
  return !rootId.startsWith(singleFileMark);
}

/** Whether the root is there and the one that was added: without that no deletion below it is believed. */
export async function lookAtRoot(source: {
  readonly path: string;
  readonly rootId: string;
}): Promise<'same' | 'replaced' | 'away'> {
  const isFolder = isFolderRoot(source.rootId);
  const sighting = await look(isFolder ? source.path : dirname(source.path));
  if (sighting.kind !== 'folder') return 'away';
  return (isFolder ? '' : singleFileMark) + sighting.rootId === source.rootId ? 'same' : 'replaced';
}
