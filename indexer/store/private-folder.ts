import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder, and those above it that are missing, for this user alone (mode 0700). Throws the error of the system.
 * Each level is tried once: Node's own recursive `mkdirSync` never returns where the folder above is there and still
 * nothing can be made in it, as below /proc.
 */
export function makePrivateFolder(dir: string): void {
  const missing: string[] = [];
  // Nothing is above the root: a drive that is not there is told by making what lies on it.
  for (let at = resolve(dir); !isFolder(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const level of missing.reverse()) makeLevel(level);
}

function makeLevel(dir: string): void {
  try {
    mkdirSync(dir, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(dir)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
