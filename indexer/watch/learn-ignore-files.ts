import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ignoreFileName } from './ignore-files.ts';
import { isIgnoredEntry, type Scope } from './scope.ts';
import { entryPath } from './walk.ts';

const listsAtOnce = 16;

/** Learns the ignore files and Maildirs of a whole source, by its folders alone. */
export async function learnIgnoreFiles(scope: Scope, signal: AbortSignal): Promise<void> {
  const folders = [scope.root];
  while (true) {
    signal.throwIfAborted();
    const some = folders.splice(-listsAtOnce);
    if (some.length === 0) return;
    for (const below of await Promise.all(some.map((folder) => foldersIn(scope, folder))))
      folders.push(...below);
  }
}

/** The folders in a folder that are looked at; none where it can't be listed. */
async function foldersIn(scope: Scope, folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  await scope.patterns.learn(
    folder,
    entries.some(({ name }) => name === ignoreFileName),
  );
  scope.maildirs.learn(
    folder,
    entries.map(({ name }) => name),
  );
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, path: entryPath(folder, name) }))
    .filter(({ name, path }) => !isIgnoredEntry(scope, path, folder, name, true))
    .map(({ path }) => path);
}
