import type { WritableDb } from './connection.ts';

/**
 * What was deleted leaves traces in the library's file: the full text keeps words until it merges its segments, and
 * SQLite keeps bytes in pages that are free or not full. Nobody minds, but where secrets were let in and are no more.
 */
export interface Traces {
  /** One step of merging the full text into one segment without what was deleted; false when nothing is left to do. */
  mergeText(): boolean;
  /** Writes the library's file anew, and empties its log. Keeps everything waiting: about 5 s a gigabyte, measured. */
  rewrite(): void;
}

/** Pages of full text that one step merges: 6 ms, at most 26, measured on 100,000 chunks. */
const stepPages = 64;

export function createTraces(db: WritableDb): Traces {
  const totalChanges = db.prepare<[], number>('SELECT total_changes()').pluck();
  const merge = db.prepare(`INSERT INTO chunk_text (chunk_text, rank) VALUES ('merge', -${stepPages})`);
  return {
    mergeText() {
      const before = totalChanges.get() ?? 0;
      merge.run();
      // As FTS5 says that it had nothing to merge: one change is the command itself.
      return (totalChanges.get() ?? 0) - before >= 2;
    },
    rewrite() {
      // In memory the whole library would stand there once more; the file is in the library's folder (openWriter).
      db.pragma('temp_store = FILE');
      try {
        db.exec('VACUUM');
      } finally {
        db.pragma('temp_store = MEMORY');
      }
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}
