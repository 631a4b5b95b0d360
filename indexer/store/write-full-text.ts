import type { WritableDb } from './connection.ts';
import { createFullTextWriter } from './full-text-writer.ts';
import { createStoredWords } from './stored-words.ts';

/** Fills an empty full text from the documents and chunks that are stored; runs inside the caller's transaction. */
export function writeFullText(db: WritableDb): void {
  const next = db
    .prepare<[number], number>(
      'SELECT document_id FROM document WHERE document_id > ? ORDER BY document_id LIMIT 1',
    )
    .pluck();
  const wordsOf = createStoredWords(db);
  const fullText = createFullTextWriter(db);
  for (let documentId = next.get(0); documentId !== undefined; documentId = next.get(documentId))
    fullText.write(wordsOf(documentId));
}
