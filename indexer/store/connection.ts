import type Database from 'better-sqlite3';

/** The one connection that writes. */
export type WritableDb = Database.Database;

/** A connection SQLite itself refuses to write through: what search and listings get. */
export type ReadableDb = Pick<Database.Database, 'prepare'>;
