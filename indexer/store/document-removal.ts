import type { WritableDb } from './connection.ts';
import type { SharedDocument } from './mail-copies.ts';
import type { LeftCopy, MailPlaces } from './mail-places.ts';
import { everyOrdinal, type OrdinalRange } from './ordinals.ts';
import type { QuotedMails } from './quoted-mails.ts';
import { createTextReader } from './text-blocks.ts';
import { createThreadSplitter } from './thread-splitter.ts';

/** What left the library with a file's documents, and what may have become unused by it. */
export interface Removed {
  /** Those that are gone for good. */
  readonly documents: number;
  /** Those that the file does not hold any more, gone or not; quotations are not counted. */
  readonly entries: number;
  readonly chunkIds: readonly number[];
  readonly personIds: readonly number[];
  readonly threadIds: readonly number[];
  /** Documents that are to be written anew under their ids, for copies of them lie elsewhere; with their texts. */
  readonly shared: ReadonlyMap<number, SharedDocument>;
  readonly left: readonly LeftCopy[];
  /** Ids of the documents that were deleted; they may be written anew. */
  readonly documentIds: readonly number[];
}

export const nothingRemoved: Removed = {
  ...{ documents: 0, entries: 0, chunkIds: [], personIds: [], threadIds: [] },
  ...{ shared: new Map(), left: [], documentIds: [] },
};

interface RemovedDocument {
  readonly documentId: number;
  readonly threadId: number | null;
  readonly isQuotation: 0 | 1;
}

export interface DocumentRemoval {
  /**
   * Deletes the file's documents with their text, chunks and full-text rows, and how far it was read; with a range only
   * documents of these ordinals. One of which a copy lies elsewhere stays, there, but for those in `rewritten`, which are
   * written anew. Runs inside the caller's transaction.
   */
  clear(fileId: number, range?: OrdinalRange, rewritten?: ReadonlySet<number>): Removed;
  /**
   * Deletes the people of what was removed that nothing else uses, and takes apart the threads that it held together;
   * its embeddings outlive it for a while.
   */
  tidy(removed: Removed): void;
}

export function createDocumentRemoval(
  db: WritableDb,
  places: MailPlaces,
  quoted: QuotedMails,
): DocumentRemoval {
  const documents = db.prepare<[number, number, number], RemovedDocument>(
    `SELECT document_id AS documentId, thread_id AS threadId, is_quotation AS isQuotation FROM document
      WHERE file_id = ? AND ordinal >= ? AND ordinal < ?`,
  );
  const removePortions = db.prepare<[number]>('DELETE FROM portion WHERE file_id = ?');
  const texts = createTextReader(db);
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
  const splitThread = createThreadSplitter(db);

  return {
    clear(fileId, range, rewritten = new Set()) {
      const { from, to } = range ?? everyOrdinal;
      if (range === undefined) removePortions.run(fileId);
      const chunkIds: number[] = [];
      const personIds = new Set<number>();
      const threadIds = new Set<number>();
      const shared = new Map<number, SharedDocument>();
      const documentIds: number[] = [];
      quoted.leave(fileId, { from, to });
      const left = places.leave(fileId, { from, to });
      const rows = documents.all(fileId, from, to);
      for (const { documentId, threadId, isQuotation } of rows) {
        if (places.isShared(documentId)) {
          if (!rewritten.has(documentId)) {
            places.takeOver(documentId);
            continue;
          }
          shared.set(documentId, { text: texts.whole(documentId), isQuotation: isQuotation === 1 });
        }
        documentIds.push(documentId);
        if (threadId !== null) threadIds.add(threadId);
        for (const personId of people.all(documentId)) personIds.add(personId);
        for (const chunkId of chunks.all(documentId)) {
          chunkIds.push(chunkId);
          removeText.run(chunkId);
        }
        removeDocument.run(documentId);
      }
      return {
        documents: documentIds.length,
        entries: [...rows, ...left].filter(({ isQuotation }) => isQuotation === 0).length,
        left,
        shared,
        documentIds,
        chunkIds,
        personIds: [...personIds],
        threadIds: [...threadIds],
      };
    },
    tidy({ personIds, threadIds, left, documentIds }) {
      for (const personId of personIds) freePerson.run(personId, personId);
      threadIds.forEach(splitThread);
      left.forEach(places.unlabel);
      documentIds.forEach(quoted.release);
    },
  };
}
