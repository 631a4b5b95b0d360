import type { WritableDb } from './connection.ts';
import { indexedText } from './indexed-text.ts';

/** What a chunk is found by: its words under its title and headings, and those of what stands around it. */
export interface ChunkWords {
  readonly chunkId: number;
  readonly title: string;
  readonly text: string;
  readonly context: string;
}

export interface FullTextWriter {
  /**
   * Runs last in the caller's transaction. FTS5 writes what it holds to disk at every savepoint, and SQLite makes one
   * for each upsert: among them every chunk became a segment of its own, to be merged with others four times (55 µs a
   * chunk, measured; 5 µs without).
   */
  write(chunks: readonly ChunkWords[]): void;
}

export function createFullTextWriter(db: WritableDb): FullTextWriter {
  const insert = db.prepare<[number, string, string, string]>(
    'INSERT INTO chunk_text (rowid, title, text, context) VALUES (?, ?, ?, ?)',
  );
  return {
    write(chunks) {
      for (const { chunkId, title, text, context } of chunks)
        insert.run(chunkId, indexedText(title), indexedText(text), indexedText(context));
    },
  };
}
