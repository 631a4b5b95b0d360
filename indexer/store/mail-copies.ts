import type { ParsedDocument } from '#indexer/sources/parser.ts';
import { boundOnce, type WritableDb } from './connection.ts';
import { createTagsOf } from './mail-tags.ts';
import { packPassages } from './passages.ts';
import { createReadingAgain } from './reading-again.ts';
import { isSameMail, isSameText, type StoredMail } from './same-mail.ts';
import { createTextReader } from './text-blocks.ts';

/** Documents of one Message-ID that are compared with: against a mailbox of 100,000 that differ in a word. */
const mostCandidates = 8;

/** One mail is one document, however many copies of it lie around: of each but the first the place alone is kept. */
export interface MailCopies {
  /** The document that says the same; null where there is none. */
  twinOf(document: ParsedDocument, key: number | null): number | null;
  /** Notes a copy's place. Returns the document's labels where the copy brings new ones, null otherwise. */
  add(fileId: number, ordinal: number, copy: ParsedDocument, documentId: number): readonly string[] | null;
  /** Labels with those of a document's copies. */
  labelled(tags: readonly string[], documentId: number): readonly string[];
  /** A document of which there are copies was written anew, or not at all: they are read again where they differ now. */
  settle(documentId: number, before: SharedDocument): void;
}

/** A document as it was while copies of it lay elsewhere. */
export interface SharedDocument {
  readonly text: string;
  readonly isQuotation: boolean;
}

export function createMailCopies(db: WritableDb): MailCopies {
  const candidates = db.prepare<[number], StoredMail & { documentId: number }>(
    `SELECT document_id AS documentId, title, date_ms AS dateMs, attachments,
      (SELECT address FROM document_person JOIN person USING (person_id)
        WHERE document_person.document_id = document.document_id AND role = 'from' LIMIT 1) AS sender
      FROM mail_key JOIN document USING (document_id) WHERE key = ${boundOnce} AND role = 'is' LIMIT ${mostCandidates}`,
  );
  const texts = createTextReader(db);
  const insert = db.prepare<[number, number, number, string | null, string, string | null]>(
    'INSERT INTO mail_copy (file_id, ordinal, document_id, member, tags, passages) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const stored = db.prepare<[number], number>('SELECT 1 FROM document WHERE document_id = ?');
  const tagsOf = createTagsOf(db);
  const readAgain = createReadingAgain(db);
  const copiesOf = db.prepare<[number], { fileId: number; ordinal: number }>(
    'SELECT file_id AS fileId, ordinal FROM mail_copy WHERE document_id = ?',
  );
  const uncount = db.prepare<[number]>('UPDATE file SET documents = documents - 1 WHERE file_id = ?');
  const differ = db.prepare<[number]>('UPDATE mail_copy SET passages = NULL WHERE document_id = ?');
  const removeAll = db.prepare<[number]>('DELETE FROM mail_copy WHERE document_id = ?');

  return {
    twinOf(document, key) {
      if (key === null) return null;
      const isMail = document.kind === 'mail';
      for (const candidate of candidates.all(key)) {
        const text = texts.whole(candidate.documentId);
        const isTwin = isMail
          ? isSameMail(document, { ...candidate, text })
          : document.title === candidate.title && document.text === text;
        if (isTwin) return candidate.documentId;
      }
      return null;
    },
    add(fileId, ordinal, { member, tags, text, passages }, documentId) {
      const isEqual = text === texts.whole(documentId);
      const packed = isEqual ? packPassages(passages) : null;
      const before = new Set(tagsOf.all({ documentId }));
      insert.run(fileId, ordinal, documentId, member, JSON.stringify(tags), packed);
      return tags.every((tag) => before.has(tag)) ? null : [...before, ...tags];
    },
    labelled: (tags, documentId) => [...new Set([...tags, ...tagsOf.all({ documentId })])],
    settle(documentId, before) {
      const isThere = stored.get(documentId) !== undefined;
      const text = isThere ? texts.whole(documentId) : null;
      if (text === before.text) return;
      differ.run(documentId);
      if (text !== null && isSameText(text, before.text)) return;
      for (const { fileId, ordinal } of copiesOf.all(documentId)) {
        readAgain(fileId, ordinal);
        if (!isThere && !before.isQuotation) uncount.run(fileId);
      }
      if (!isThere) removeAll.run(documentId);
    },
  };
}
