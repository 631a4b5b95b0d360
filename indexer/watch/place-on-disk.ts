import { opendir, realpath } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';
import { look } from './sighting.ts';

/**
 * Where an absolute path that a person named leads: links on the way are followed, but not one at its end, and names
 * are taken in the Unicode form in which the disk has them. What is not there keeps its name.
 */
export async function placeOnDisk(path: string): Promise<string> {
  const { root } = parse(path);
  const names = path
    .slice(root.length)
    .split(sep)
    .filter((name) => name !== '');
  let at = root;
  for (const [depth, name] of names.entries()) {
    const rest = names.slice(depth + 1);
    const found = await entryNamed(at, name);
    if (found === null) return join(at, name, ...rest);
    if (rest.length === 0) return found.path;
    const next = found.kind === 'link' ? await realpath(found.path).catch(() => null) : found.path;
    if (next === null) return join(found.path, ...rest);
    at = next;
  }
  return at;
}

async function entryNamed(folder: string, name: string) {
  const path = join(folder, name);
  const { kind } = await look(path);
  if (kind !== 'gone') return { path, kind };
  const same = await sameName(folder, name);
  return same === null ? null : { path: join(folder, same), kind: (await look(join(folder, same))).kind };
}

/** A name of the folder that differs only in how its accents are composed: macOS and old archives take them apart. */
async function sameName(folder: string, name: string): Promise<string | null> {
  const composed = name.normalize('NFC');
  if (composed === name.normalize('NFD')) return null;
  try {
    for await (const entry of await opendir(folder))
      if (entry.name.normalize('NFC') === composed) return entry.name;
  } catch {
    // A folder that can't be listed tells no names.
  }
  return null;
}
