import { chmodSync, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Fault } from '#main/contract/fault.ts';
import type { WritableDb } from './connection.ts';
import { libraryFault } from './library-fault.ts';
import { latestVersion, migrate } from './migrations.ts';

// 3.51.3 mended the WAL-reset corruption that 3.7.0 to 3.51.2 have.
const oldestSoundSqlite = [3, 51, 3] as const;
/** A mail's text is about 2 kB: of SQLite's usual 4 kB pages a third would stay empty. */
const pageBytes = 8_192;
const writerCacheKiB = 16_000;
/** The system holds the file's pages too: neither half nor twice as much changed the processor time of a search. */
const readerCacheKiB = 16_000;

/**
 * Opens `file` for writing and brings its schema up to date.
 * Throws Fault `library-newer`, `library-damaged`, `library-unwritable`; the file is left as it was in each case.
 */
export function openWriter(file: string): WritableDb {
  const fresh = !existsSync(file);
  let db: WritableDb | undefined;
  // Where SQLite needs room for a while it is to be the library's own folder, and no other place on the disk.
  process.env['SQLITE_TMPDIR'] ??= dirname(file);
  try {
    db = new Database(file, { timeout: 5000 });
    if (fresh) {
      chmodSync(file, 0o600);
      db.pragma(`page_size = ${pageBytes}`);
      // Room that was given up can be given back (tidyLibrary); in a library that has pages already it changes nothing.
      db.pragma('auto_vacuum = INCREMENTAL');
    }
    assertSoundSqlite(db);
    refuseNewer(db, file);
    setWriterPragmas(db);
    migrate(db);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db?.close();
    throw libraryFault(error, file);
  }
}

/** Opens `file` for reading only, beside a writer that is already open. */
export function openReader(file: string): Database.Database {
  const db = new Database(file, { readonly: true, timeout: 5000 });
  db.pragma('trusted_schema = OFF');
  db.pragma('query_only = ON');
  db.pragma(`cache_size = -${readerCacheKiB}`);
  db.pragma('temp_store = MEMORY');
  return db;
}

function refuseNewer(db: WritableDb, file: string): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > latestVersion) throw new Fault('library-newer', { path: dirname(file) });
}

function setWriterPragmas(db: WritableDb): void {
  db.pragma('journal_mode = WAL');
  // The index can be rebuilt: a commit lost to a power cut is read again, so NORMAL is enough.
  db.pragma('synchronous = NORMAL');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('secure_delete = FAST');
  db.pragma('recursive_triggers = OFF');
  db.pragma('journal_size_limit = 16777216');
  db.pragma(`cache_size = -${writerCacheKiB}`);
  db.pragma('temp_store = MEMORY');
}

function assertSoundSqlite(db: WritableDb): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldestSoundSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new Error(`SQLite ${version} is older than ${oldestSoundSqlite.join('.')}`);
  }
}
