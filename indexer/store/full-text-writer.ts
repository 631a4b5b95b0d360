import type { WritableDb } from './connection.ts';
import { indexedText } from './indexed-text.ts';

/** What a chunk is found by: its words under its title and headings, and those of what stands around it. */
export interface ChunkWords {
  readonly chunkId: number;
  readonly title: string;
  readonly text: string;
  readonly context: string;
  /** The chunk is known: it has other words around it now. */
  readonly isKnown?: true;
}

export interface FullTextWriter {
  /**
   * Runs last in the caller's transaction. FTS5 writes what it holds to disk at every savepoint, and SQLite makes one
   * for each upsert: among them every chunk became a segment of its own, to be merged with others four times (55 µs a
   * chunk, measured; 5 µs without).
   */
  write(chunks: readonly ChunkWords[]): void;
}

/**
 * Pages of the full text that are merged for a chunk. Groups of twenty notes written to 20,000 cost 4 ms of processor in
 * the median and 12 to 14 at the 99th percentile, at most 16; merged by FTS5 19 to 22, at most 30.
 */
const mergedPagesPerChunk = 1.5;

export function createFullTextWriter(db: WritableDb): FullTextWriter {
  const insert = db.prepare<[number, string, string, string]>(
    'INSERT INTO chunk_text (rowid, text, title, context) VALUES (?, ?, ?, ?)',
  );
  const remove = db.prepare<[number]>('DELETE FROM chunk_text WHERE rowid = ?');
  const merge = db.prepare<[number]>("INSERT INTO chunk_text (chunk_text, rank) VALUES ('merge', ?)");
  return {
    write(chunks) {
      // What a copy adds to a chunk of the same transaction comes behind the chunk's own words, and has them.
      const last = new Map(chunks.map((words) => [words.chunkId, words]));
      for (const { chunkId, title, text, context, isKnown } of last.values()) {
        if (isKnown) remove.run(chunkId);
        insert.run(chunkId, indexedText(text), indexedText(title), indexedText(context));
      }
      if (last.size > 0) merge.run(Math.ceil(last.size * mergedPagesPerChunk));
    },
  };
}
