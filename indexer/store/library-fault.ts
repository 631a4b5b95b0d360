import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '#main/contract/fault.ts';

const damaged = /^SQLITE_(CORRUPT|NOTADB|FORMAT)/;
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
  if (error instanceof SyntaxError || code.startsWith('ZSTD_'))
    return new Fault('library-damaged', { path, what: 'a stored value cannot be read', file }, error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Fault('disk-full', { path }, error);
  if (unwritableDirectory.has(code)) return new Fault('library-unwritable', { path }, error);
  return error;
}

/** The same store, every verb of which tells a full disk, damage and lost permissions as Faults; `onDamage` is called first. */
export function tellingFaults<Store extends object>(store: Store, file: string, onDamage: () => void): Store {
  const verbs = Object.entries(store).map(([name, verb]: [string, unknown]) => {
    if (typeof verb !== 'function') return [name, verb];
    const told = (...input: unknown[]): unknown => {
      try {
        return verb(...input);
      } catch (error) {
        const fault = libraryFault(error, file);
        if (isDamage(fault)) onDamage();
        throw fault;
      }
    };
    return [name, told];
  });
  // Every property is there again, with the type it had.
  return Object.fromEntries(verbs) as Store;
}

export function isDamage(fault: unknown): boolean {
  return fault instanceof Fault && fault.code === 'library-damaged';
}

function sqliteFault(error: InstanceType<typeof Database.SqliteError>, file: string, path: string): unknown {
  if (damaged.test(error.code)) {
    return new Fault('library-damaged', { path, what: error.message, file }, error);
  }
  if (error.code === 'SQLITE_FULL') return new Fault('disk-full', { path }, error);
  if (unwritable.test(error.code)) return new Fault('library-unwritable', { path }, error);
  if (error.code.startsWith('SQLITE_BUSY')) return new Fault('library-in-use', { path }, error);
  return error;
}
