import type { WritableDb } from './connection.ts';

/** What left the library with a file's documents, and what may have become unused by it. */
export interface Removed {
  readonly documents: number;
  readonly chunkIds: readonly number[];
  readonly personIds: readonly number[];
  readonly threadIds: readonly number[];
}

/** Some of a file's documents by their ordinals, end exclusive. */
export interface OrdinalRange {
  readonly from: number;
  readonly to: number;
}

export const everyOrdinal: OrdinalRange = { from: 0, to: Number.MAX_SAFE_INTEGER };

export const nothingRemoved: Removed = { documents: 0, chunkIds: [], personIds: [], threadIds: [] };

export interface DocumentRemoval {
  /**
   * Deletes the file's documents with their text, chunks and full-text rows, and how far it was read; with a range only
   * documents of these ordinals. Runs inside the caller's transaction.
   */
  clear(fileId: number, range?: OrdinalRange): Removed;
  /** Deletes the people and threads of what was removed that nothing else uses; its embeddings outlive it for a while. */
  tidy(removed: Removed): void;
}

export function createDocumentRemoval(db: WritableDb): DocumentRemoval {
  const documents = db.prepare<[number, number, number], { documentId: number; threadId: number | null }>(
    `SELECT document_id AS documentId, thread_id AS threadId FROM document
      WHERE file_id = ? AND ordinal >= ? AND ordinal < ?`,
  );
  const removePortions = db.prepare<[number]>('DELETE FROM portion WHERE file_id = ?');
  const chunks = db.prepare<[number], number>('SELECT chunk_id FROM chunk WHERE document_id = ?').pluck();
  const people = db
    .prepare<[number], number>('SELECT person_id FROM document_person WHERE document_id = ?')
    .pluck();
  const removeText = db.prepare<[number]>('DELETE FROM chunk_text WHERE rowid = ?');
  const removeDocument = db.prepare<[number]>('DELETE FROM document WHERE document_id = ?');
  const freePerson = db.prepare<[number, number]>(
    `DELETE FROM person WHERE person_id = ?
      AND NOT EXISTS (SELECT 1 FROM document_person WHERE document_person.person_id = ?)`,
  );
  const freeThread = db.prepare<[number, number]>(
    `DELETE FROM thread WHERE thread_id = ?
      AND NOT EXISTS (SELECT 1 FROM document WHERE document.thread_id = ?)`,
  );

  return {
    clear(fileId, range) {
      const { from, to } = range ?? everyOrdinal;
      if (range === undefined) removePortions.run(fileId);
      const chunkIds: number[] = [];
      const personIds = new Set<number>();
      const threadIds = new Set<number>();
      const rows = documents.all(fileId, from, to);
      for (const { documentId, threadId } of rows) {
        if (threadId !== null) threadIds.add(threadId);
        for (const personId of people.all(documentId)) personIds.add(personId);
        for (const chunkId of chunks.all(documentId)) {
          chunkIds.push(chunkId);
          removeText.run(chunkId);
        }
        removeDocument.run(documentId);
      }
      return {
        documents: rows.length,
        chunkIds,
        personIds: [...personIds],
        threadIds: [...threadIds],
      };
    },
    tidy({ personIds, threadIds }) {
      for (const personId of personIds) freePerson.run(personId, personId);
      for (const threadId of threadIds) freeThread.run(threadId, threadId);
    },
  };
}
