import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { libraryFault } from './library-fault.ts';

/** Held from open to close; the operating system drops it when the process dies, however it dies. */
export interface LibraryLock {
  release(): void;
}

/**
 * Takes the library's lock or throws Fault `library-in-use`.
 * It is an exclusive transaction on an empty SQLite file: the one file lock that is there, and behaves the same,
 * on Linux, macOS and Windows without a native module of its own.
 */
export function lockLibrary(dir: string): LibraryLock {
  const file = join(dir, 'library.lock');
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 0 });
    chmodSync(file, 0o600);
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    throw libraryFault(error, file);
  }
  const held = db;
  return { release: () => void held.close() };
}
