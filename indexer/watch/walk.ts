import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ignoreFileName } from './ignore-files.ts';
import { sortEntries } from './path-order.ts';
import { isIgnoredEntry, type Scope } from './scope.ts';
import { errorCode, isLostName, look, type Sighting } from './sighting.ts';

export interface Found {
  readonly path: string;
  readonly sighting: Sighting;
}

/** Looks asked of the system at once; more do not make a walk faster, measured on ext4 and tmpfs. */
const looksAtOnce = 64;
const listsAtOnce = 16;

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly isFolder: boolean;
}

interface Frame {
  readonly entries: readonly Entry[];
  next: number;
}

/**
 * Walks a source from `start` (its root or a folder below) and yields what is not a folder, in batches, in
 * `comparePaths` order. Memory is bound by the entries of the folders on the way down, never by the tree.
 * Links are reported, not followed, so nothing can loop. A folder that can't be listed is reported itself.
 * `enter` is awaited before a folder is listed.
 */
export async function* walk(
  scope: Scope,
  start: string,
  signal: AbortSignal,
  enter: (folder: string) => Promise<void>,
): AsyncGenerator<readonly Found[]> {
  const frames: Frame[] = [];
  await enter(start);
  const first = await list(scope, start);
  if ('failed' in first) yield [first.failed];
  else frames.push(first);
  while (true) {
    signal.throwIfAborted();
    const frame = frames.at(-1);
    if (frame === undefined) return;
    const run = takeRun(frame);
    if (run.length > 0) {
      yield await Promise.all(run.map(lookAt));
      continue;
    }
    const folder = frame.entries[frame.next++];
    if (folder === undefined) {
      frames.pop();
      continue;
    }
    await enter(folder.path);
    const listed = await list(scope, folder.path);
    if ('failed' in listed) {
      if (listed.failed.sighting.kind !== 'gone') yield [listed.failed];
    } else frames.push(listed);
  }
}

/** Learns the ignore files of a whole source, by its folders alone. */
export async function learnIgnoreFiles(scope: Scope, signal: AbortSignal): Promise<void> {
  const folders = [scope.root];
  while (true) {
    signal.throwIfAborted();
    const some = folders.splice(-listsAtOnce);
    if (some.length === 0) return;
    for (const listed of await Promise.all(some.map((folder) => list(scope, folder))))
      if ('entries' in listed)
        for (const { path, isFolder } of listed.entries) if (isFolder) folders.push(path);
  }
}

/** The entries up to the next folder, at most `looksAtOnce`. */
function takeRun(frame: Frame): Entry[] {
  const run: Entry[] = [];
  while (run.length < looksAtOnce) {
    const entry = frame.entries[frame.next];
    if (entry === undefined || entry.isFolder) break;
    run.push(entry);
    frame.next++;
  }
  return run;
}

async function lookAt(entry: Entry): Promise<Found> {
  const sighting = await look(entry.path);
  const isLost = sighting.kind === 'gone' && isLostName(entry.name);
  return { path: entry.path, sighting: isLost ? { kind: 'unknown', code: 'EILSEQ' } : sighting };
}

async function list(scope: Scope, folder: string): Promise<Frame | { failed: Found }> {
  let listed: Dirent[];
  try {
    listed = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error);
    const gone = code === 'ENOENT' || code === 'ENOTDIR';
    return { failed: { path: folder, sighting: gone ? { kind: 'gone' } : { kind: 'unknown', code } } };
  }
  await scope.patterns.learn(
    folder,
    listed.some(({ name }) => name === ignoreFileName),
  );
  const entries: Entry[] = [];
  for (const dirent of listed) {
    const { name } = dirent;
    const path = join(folder, name);
    const isFolder = dirent.isDirectory();
    if (!isIgnoredEntry(scope, path, folder, name, isFolder)) entries.push({ name, path, isFolder });
  }
  return { entries: sortEntries(entries), next: 0 };
}
