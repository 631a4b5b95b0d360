import type { Statement } from 'better-sqlite3';
import type { ReadableDb } from './connection.ts';

/** The labels of a mail in all places where it lies: those of the document and of its copies. */
export function createTagsOf(db: ReadableDb): Statement<[{ documentId: number }], string> {
  return db
    .prepare<[{ documentId: number }], string>(
      `SELECT value FROM document, json_each(tags) WHERE document_id = :documentId
        UNION SELECT value FROM mail_copy, json_each(tags) WHERE document_id = :documentId`,
    )
    .pluck();
}
