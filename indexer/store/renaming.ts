import type { WritableDb } from './connection.ts';
import { baseName } from './file-name.ts';
import { createFullTextWriter } from './full-text-writer.ts';
import { createStoredWords } from './stored-words.ts';

/**
 * Has a file that moved found by its new name; runs last in the caller's transaction, once its row has the new path.
 * The name stands in the first chunk of what is a file by itself.
 */
export function createRenaming(db: WritableDb): (from: string, to: string) => void {
  const whole = db
    .prepare<[string], number>(
      'SELECT document_id FROM document JOIN file USING (file_id) WHERE path = ? AND member IS NULL ORDER BY ordinal LIMIT 1',
    )
    .pluck();
  const wordsOf = createStoredWords(db);
  const fullText = createFullTextWriter(db);
  return (from, to) => {
    const documentId = baseName(from) === baseName(to) ? undefined : whole.get(to);
    const [first] = documentId === undefined ? [] : wordsOf(documentId);
    if (first !== undefined) fullText.write([{ ...first, isKnown: true }]);
  };
}
