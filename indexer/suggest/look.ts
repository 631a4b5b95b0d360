import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionOf, formatNamed } from '../sources/formats.ts';
import { isMaildirName } from '../sources/mail/maildir-name.ts';
import { isIgnoredName } from '../watch/ignore-rules.ts';

/** The entries of a folder in the order of their names; empty for one that cannot be listed. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export interface Measured {
  readonly files: number;
  readonly bytes: number;
  /** It ended at a bound: there are more. */
  readonly isAtLeast: boolean;
}

/** Beyond these a place is large, whatever its exact count. */
const entriesAtMost = 50_000;
const foldersAtMost = 5_000;

/** How many files below a place may be read, and how large they are: by names and sizes, opening none and following no link. */
export async function measure(path: string, signal: AbortSignal): Promise<Measured> {
  const folders = [path];
  let files = 0;
  let bytes = 0;
  let entries = 0;
  for (let at = 0; at < folders.length; at++) {
    signal.throwIfAborted();
    const folder = folders[at] ?? path;
    const listed = await entriesOf(folder);
    entries += listed.length;
    if (entries > entriesAtMost || at >= foldersAtMost) return { files, bytes, isAtLeast: true };
    for (const entry of listed)
      if (entry.isDirectory() && !isIgnoredName(entry.name, true)) folders.push(join(folder, entry.name));
    const sizes = await Promise.all(listed.filter(mayBeRead).map(({ name }) => sizeOf(join(folder, name))));
    files += sizes.length;
    bytes += sizes.reduce((sum, size) => sum + size, 0);
  }
  return { files, bytes, isAtLeast: false };
}

/** A name without an ending may be a mailbox or a text: its content would tell. */
function mayBeRead(entry: Dirent): boolean {
  const { name } = entry;
  if (!entry.isFile() || isIgnoredName(name, false)) return false;
  return formatNamed(name) !== undefined || extensionOf(name) === '' || isMaildirName(name);
}

/** In bytes; 0 for what has gone meanwhile. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
