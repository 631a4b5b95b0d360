import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '#main/contract/fault.ts';

const damaged = /^SQLITE_(CORRUPT|NOTADB|FORMAT)/;
// A disk without room for the index of the log tells so by its size alone (seen on a full tmpfs).
const full = /^SQLITE_(FULL|IOERR_SHMSIZE)$/;
const unwritable = /^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)/;
const unwritableDirectory = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ELOOP',
  'ENAMETOOLONG',
]);

/**
 * What SQLite or the file system threw over the library, as the Fault a person reads;
 * anything that is no expected failure comes back as it is.
 */
export function libraryFault(error: unknown, file: string): unknown {
  if (error instanceof Fault) return error;
  const path = dirname(file);
  if (error instanceof Database.SqliteError) return sqliteFault(error, file, path);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // What only the store itself writes: bytes were changed in a page that SQLite has no checksum for.
  if (isUnparsed(error) || code.startsWith('ZSTD_'))
    return new Fault('library-damaged', { path, what: 'a stored value cannot be read', file }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Fault('disk-full', { path }, error);
  if (unwritableDirectory.has(code)) return new Fault('library-unwritable', { path }, error);
  return error;
}

/** JSON that is none. A pattern of ours that is none is a bug, and no damage. */
function isUnparsed(error: unknown): boolean {
  return error instanceof SyntaxError && !error.message.startsWith('Invalid regular expression');
}

/** The same store, every verb of which throws what `told` makes of an error. */
export function tellingFaults<Store extends object>(store: Store, told: (error: unknown) => unknown): Store {
  const verbs = Object.entries(store).map(([name, verb]: [string, unknown]) => {
    if (typeof verb !== 'function') return [name, verb];
    const guarded = (...input: unknown[]): unknown => {
      try {
        return verb(...input);
      } catch (error) {
        throw told(error);
      }
    };
    return [name, guarded];
  });
  // Every property is there again, with the type it had.
  return Object.fromEntries(verbs) as Store;
}

export function isDiskFull(fault: unknown): boolean {
  return fault instanceof Fault && fault.code === 'disk-full';
}

export function isDamage(fault: unknown): boolean {
  return fault instanceof Fault && fault.code === 'library-damaged';
}

function sqliteFault(error: InstanceType<typeof Database.SqliteError>, file: string, path: string): unknown {
  if (damaged.test(error.code)) {
    return new Fault('library-damaged', { path, what: error.message, file }, error);
  }
  if (full.test(error.code)) return new Fault('disk-full', { path }, error);
  if (unwritable.test(error.code)) return new Fault('library-unwritable', { path }, error);
  if (error.code.startsWith('SQLITE_BUSY')) return new Fault('library-in-use', { path }, error);
  return error;
}
