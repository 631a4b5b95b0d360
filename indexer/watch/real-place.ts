import { realpath } from 'node:fs/promises';
import { Fault } from '#main/contract/fault.ts';
import { errorCode, look } from './sighting.ts';

/** Where a path that a person named really lies. Throws Fault `path-missing`, `path-unreadable`, `link-broken`. */
export async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    throw await pathFault(path, error);
  }
}

/** Why a path that a person named could not be looked at. */
export async function pathFault(path: string, error: unknown): Promise<Fault> {
  const code = errorCode(error);
  const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
  if (code === 'ELOOP' || (isMissing && (await look(path)).kind === 'link'))
    return new Fault('link-broken', { path }, error);
  return new Fault(isMissing ? 'path-missing' : 'path-unreadable', { path }, error);
}
