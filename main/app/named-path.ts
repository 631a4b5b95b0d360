import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { Fault } from '#main/contract/fault.ts';

/** A path that is whole stands as it is: names may begin or end in spaces. Throws Fault `path-not-whole`. */
export function namedPath(path: string): string {
  return isAbsolute(path) ? resolve(path) : wholePath(path);
}

/** A path as people have it on the clipboard or type it: in quotes, from `~` on. Throws Fault `path-not-whole`. */
export function wholePath(typed: string): string {
  const bare = typed.trim().replace(/^(["'])(.*)\1$/s, '$2');
  const path = bare === '~' || /^~[/\\]/.test(bare) ? join(homedir(), bare.slice(1)) : bare;
  if (!isAbsolute(path)) throw new Fault('path-not-whole', { path });
  return path;
}
