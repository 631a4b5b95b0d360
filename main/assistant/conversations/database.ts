import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makePrivateFolder } from '#indexer/store/private-folder.ts';
import { Fault } from '#main/contract/fault.ts';

export type ConversationsDb = Database.Database;

/** Step n brings a file of `user_version` n to n + 1. Steps are only ever added. */
export type MigrationStep = (db: ConversationsDb) => void;

/**
 * Opens the conversations, which nothing can rebuild: every commit reaches the disk, a migration leaves a copy of what
 * was there before, and a file that is newer or damaged is refused and left as it is.
 * Throws Fault `library-newer`, `conversations-damaged`, `library-unwritable`, `disk-full`.
 */
export function openDatabase(file: string, steps: readonly MigrationStep[]): ConversationsDb {
  let db: ConversationsDb | undefined;
  try {
    makePrivateFolder(dirname(file));
    const fresh = !existsSync(file);
    db = new Database(file, { timeout: 5000 });
    if (fresh) chmodSync(file, 0o600);
    const version = versionOf(db);
    if (version > steps.length) throw new Fault('library-newer', { path: file });
    setPragmas(db);
    if (version > 0 && version < steps.length) copyBeside(db, `${file}.v${version}.backup`);
    migrate(db, steps);
    return db;
  } catch (error) {
    db?.close();
    throw asFault(error, file);
  }
}

function versionOf(db: ConversationsDb): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function setPragmas(db: ConversationsDb): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  // What a person removes is gone from the file too.
  db.pragma('secure_delete = ON');
}

/** A whole copy under its final name or none: an interrupted one never passes for a backup. */
function copyBeside(db: ConversationsDb, copy: string): void {
  const unfinished = `${copy}.part`;
  rmSync(unfinished, { force: true });
  db.prepare('VACUUM INTO ?').run(unfinished);
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, copy);
}

function migrate(db: ConversationsDb, steps: readonly MigrationStep[]): void {
  const current = versionOf(db);
  for (const [version, step] of steps.entries()) {
    if (version < current) continue;
    db.transaction(() => {
      step(db);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}

const refusals = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ELOOP',
  'ENAMETOOLONG',
]);

/** What the file system or SQLite threw, as the Fault a person reads; anything unexpected as it is. */
export function asFault(error: unknown, file: string): unknown {
  if (error instanceof Fault || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) {
    return new Fault('conversations-damaged', { file, what: error.message }, error);
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new Fault('disk-full', { path: dirname(file) }, error);
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)/.test(code) || refusals.has(code)) {
    return new Fault('library-unwritable', { path: dirname(file) }, error);
  }
  return code.startsWith('SQLITE_BUSY') ? new Fault('library-in-use', { path: dirname(file) }, error) : error;
}
