import { lstat, opendir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode, look, rootIdOf, type Sighting, unseen } from './sighting.ts';

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

interface RootOf {
  readonly path: string;
  readonly rootId: string;
}

/** Whether the root is there and the one that was added: without that no deletion below it is believed. */
export async function lookAtRoot(source: RootOf): Promise<'same' | 'replaced' | 'away'> {
  const seen = await rootSeen(source);
  if (seen === null) return 'away';
  return seen === source.rootId ? 'same' : 'replaced';
}

/** The id of what is a source's root now; null where it is away, closed to us, or does not answer in time. */
export async function rootSeen({ path, rootId }: RootOf): Promise<string | null> {
  const isFolder = isFolderRoot(rootId);
  const sighting = await inTime(path, () => (isFolder ? lookInto(path) : look(dirname(path))));
  if (sighting?.kind !== 'folder') return null;
  return (isFolder ? '' : singleFileMark) + sighting.rootId;
}

/** A share whose server is gone keeps whoever asks waiting for minutes. */
const patienceMs = 10_000;
/** Looks without an answer, by path: each keeps one of few threads, so that none is asked for twice. */
const unanswered = new Map<string, Promise<Sighting>>();

async function inTime(path: string, ask: () => Promise<Sighting>): Promise<Sighting | null> {
  const asked = unanswered.get(path) ?? ask().finally(() => unanswered.delete(path));
  unanswered.set(path, asked);
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), patienceMs);
  try {
    return await Promise.race([asked, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** A folder that can't be opened tells nothing of what is in it. */
async function lookInto(folder: string): Promise<Sighting> {
  try {
    await (await opendir(folder)).close();
  } catch (error) {
    return unseen(errorCode(error));
  }
  return look(folder);
}
