import { createHash } from 'node:crypto';
import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { makePrivateFolder } from '#indexer/store/private-folder.ts';
import { Fault } from '#main/contract/fault.ts';

/** `sun_path` of unix(7) holds 108 bytes on Linux and 104 on macOS, the closing NUL among them. */
const longestSocketPath = 103;

/**
 * Where the engine of a library listens: a socket in the library's folder, or, where that path is too long for
 * one, in the person's runtime folder; a named pipe on Windows. Both sides compute it; nothing is stored.
 */
export function engineAddress(libraryDir: string): string {
  const real = existsSync(libraryDir) ? realpathSync(libraryDir) : libraryDir;
  const id = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\quipu-${id}`;
  const inLibrary = join(real, 'engine.sock');
  if (Buffer.byteLength(inLibrary) <= longestSocketPath) return inLibrary;
  return join(privateRuntimeFolder(), `${id}.sock`);
}

/**
 * A folder that only this user can enter. Under the shared temporary folder anyone may have made it first,
 * to listen in our place: it must be ours and closed to others.
 */
function privateRuntimeFolder(): string {
  const { XDG_RUNTIME_DIR: runtime } = process.env;
  const dir = join(runtime ?? tmpdir(), `quipu-${userInfo().uid}`);
  makeOwn(dir);
  const stat = lstatSync(dir);
  const ours = stat.isDirectory() && stat.uid === userInfo().uid && (stat.mode & 0o077) === 0;
  if (!ours) throw new Fault('library-unwritable', { path: dir });
  return dir;
}

function makeOwn(dir: string): void {
  try {
    makePrivateFolder(dir);
  } catch (error) {
    throw new Fault('library-unwritable', { path: dir }, error);
  }
}
