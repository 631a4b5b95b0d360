import { chmodSync, copyFileSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { isDamage, libraryFault } from '#indexer/store/library-fault.ts';
import { makePrivateFolder } from '#indexer/store/private-folder.ts';
import { removeDatabase, setAside } from '#indexer/store/set-aside.ts';
import { Fault } from '#main/contract/fault.ts';

export type ConversationsDb = Database.Database;

/** Step n brings a file of `user_version` n to n + 1. Steps are only ever added. */
export type MigrationStep = (db: ConversationsDb) => void;

export interface OpenedDatabase {
  readonly db: ConversationsDb;
  /** The damaged file that was there before, and what took its place; null for a sound one. */
  readonly mishap: Mishap | null;
}

export interface Mishap {
  /** Where the damaged file lies now, as it was; null where there was none any more. */
  readonly aside: string | null;
  /** When the copy that took its place was made; null where there was no sound copy. */
  readonly copiedAt: Date | null;
  /** Copies that were damaged too, and were moved aside. */
  readonly badCopies: number;
}

/**
 * Opens the conversations, which nothing can rebuild: every commit reaches the disk, a migration leaves a copy of what
 * was there before, and so does a day. A damaged file is moved aside, whole, and the last copy takes its place; a newer
 * one is refused and left as it is. Throws Fault `conversations-newer`, `library-unwritable`, `disk-full`.
 */
export function openDatabase(file: string, steps: readonly MigrationStep[]): OpenedDatabase {
  try {
    makePrivateFolder(dirname(file));
    const opened = openOrRestore(file, steps);
    if (isCopyOld(file) && hasAnswers(opened.db)) copyConversations(opened.db, file);
    return opened;
  } catch (error) {
    throw asFault(error, file);
  }
}

function openOrRestore(file: string, steps: readonly MigrationStep[]): OpenedDatabase {
  const copies = copiesOf(file);
  // SQLite takes an empty file, or none, for a new database: where there are copies it is one that was lost.
  const isLost = sizeOf(file) === 0 && copies.length > 0;
  if (!isLost) {
    const db = openSound(file, steps);
    if (db !== null) return { db, mishap: null };
  }
  const aside = existsSync(file) ? setAside(file) : null;
  for (const copy of copies) {
    const copiedAt = statSync(copy).mtime;
    copyFileSync(copy, file);
    const db = openSound(file, steps);
    if (db !== null) return { db, mishap: { aside, copiedAt, badCopies: copies.indexOf(copy) } };
    // It lies aside like what it was to replace; the name is free for the copy of what is there now.
    removeDatabase(file);
    setAside(copy);
  }
  return { db: openOne(file, steps), mishap: { aside, copiedAt: null, badCopies: copies.length } };
}

/** null where the file is damaged. */
function openSound(file: string, steps: readonly MigrationStep[]): ConversationsDb | null {
  try {
    return openOne(file, steps);
  } catch (error) {
    if (isDamage(libraryFault(error, file))) return null;
    throw error;
  }
}

/** The copies that there are, newest first: the last one, and those from before migrations. */
function copiesOf(file: string): string[] {
  const name = basename(file);
  const isCopy = (entry: string): boolean => entry.startsWith(`${name}.`) && entry.endsWith('.backup');
  const found = readdirSync(dirname(file)).filter(isCopy);
  return found
    .map((entry) => join(dirname(file), entry))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

function openOne(file: string, steps: readonly MigrationStep[]): ConversationsDb {
  const fresh = !existsSync(file);
  const db: ConversationsDb = new Database(file, { timeout: 5000 });
  try {
    if (fresh) chmodSync(file, 0o600);
    const version = versionOf(db);
    if (version > steps.length) throw new Fault('conversations-newer', { file });
    setPragmas(db);
    assertSound(db);
    if (version > 0 && version < steps.length) copyBeside(db, `${file}.v${version}.backup`);
    migrate(db, steps);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Reads the whole file, which is small beside a library: damage is to be met while there is a copy from before it. */
function assertSound(db: ConversationsDb): void {
  const found = String(db.pragma('quick_check(1)', { simple: true }));
  if (found !== 'ok') throw new Database.SqliteError(found, 'SQLITE_CORRUPT');
}

/** The last copy is older than this: a new one is made at the next opening, and at every end that follows a change. */
const copyAgeMs = 24 * 60 * 60 * 1000;
const copyOf = (file: string): string => `${file}.backup`;

function isCopyOld(file: string): boolean {
  const copy = statSync(copyOf(file), { throwIfNoEntry: false });
  return copy === undefined || Date.now() - copy.mtimeMs > copyAgeMs;
}

function hasAnswers(db: ConversationsDb): boolean {
  return db.prepare('SELECT EXISTS (SELECT 1 FROM answer)').pluck().get() === 1;
}

/** Replaces the last copy. A disk without room for it keeps the one before and must not keep anyone from their conversations. */
export function copyConversations(db: ConversationsDb, file: string): void {
  try {
    copyBeside(db, copyOf(file));
  } catch (error) {
    if (!(asFault(error, file) instanceof Fault)) throw error;
  }
}

/** Removes the copies from before migrations. */
export function dropOlderCopies(file: string): void {
  for (const copy of copiesOf(file)) if (copy !== copyOf(file)) rmSync(copy);
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
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, copy);
  } finally {
    // Half a copy would keep a full disk full.
    rmSync(unfinished, { force: true });
  }
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

/** Closes it whatever happens: neither damage nor a full disk may keep the next engine from opening it. */
export function closeDatabase(db: ConversationsDb): void {
  try {
    db.pragma('optimize');
  } catch {
    // Statistics are a convenience.
  }
  db.close();
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** What the file system or SQLite threw, as the Fault a person reads; anything unexpected as it is. */
export function asFault(error: unknown, file: string): unknown {
  const fault = libraryFault(error, file);
  if (!(fault instanceof Fault) || !isDamage(fault)) return fault;
  return new Fault('conversations-damaged', { file, what: fault.detail['what'] ?? '' }, error);
}
