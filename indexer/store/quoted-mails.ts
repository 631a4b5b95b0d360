import type { ParsedDocument } from '#indexer/sources/parser.ts';
import { boundOnce, type WritableDb } from './connection.ts';
import { mailKey } from './mail-standing.ts';
import type { OrdinalRange } from './ordinals.ts';
import { isQuotedFrom, openingOf } from './quoted-text.ts';
import { createReadingAgain } from './reading-again.ts';
import { createTextReader } from './text-blocks.ts';

/** Mails with one beginning, and mails that one names, which are compared with: against a thousand of either. */
const mostCandidates = 8;

/** A quotation that is indexed, for its original was not there. */
export interface IndexedQuotation {
  readonly documentId: number;
  readonly threadId: number | null;
}

/** What mails repeat is indexed where nothing in the library says it; of all else is kept that it stands there. */
export interface QuotedMails {
  /** The document that says what a quotation says; `mail` is what it stands in. */
  originalOf(quotation: ParsedDocument, mail: ParsedDocument | undefined): number | null;
  note(fileId: number, ordinal: number, originalId: number): void;
  /** Quotations of this mail, which came before it. */
  quotationsOf(mail: ParsedDocument): IndexedQuotation[];
  /** Those that pointed to a quotation point to its original. */
  repoint(from: number, to: number): void;
  leave(fileId: number, range: OrdinalRange): void;
  /** A document was removed: where it was quoted is read again, and is indexed there, unless it is back. */
  release(documentId: number): void;
}

interface Candidate extends IndexedQuotation {
  readonly sender: string | null;
}

export function createQuotedMails(db: WritableDb): QuotedMails {
  const byKey = (condition: string) =>
    db.prepare<[number], Candidate>(
      `SELECT document_id AS documentId, thread_id AS threadId,
          (SELECT address FROM document_person JOIN person USING (person_id)
            WHERE document_person.document_id = document.document_id AND role = 'from' LIMIT 1) AS sender
        FROM mail_key JOIN document USING (document_id)
        WHERE key = ${boundOnce} AND ${condition} LIMIT ${mostCandidates}`,
    );
  const opening = byKey(`mail_key.role IN ('opens', 'quotes')`);
  const named = byKey(`mail_key.role = 'is' AND is_quotation = 0`);
  const openingQuotations = byKey(`mail_key.role = 'quotes'`);
  const texts = createTextReader(db);
  const insert = db.prepare<[number, number, number]>(
    'INSERT INTO quoted_mail (file_id, ordinal, document_id) VALUES (?, ?, ?)',
  );
  const move = db.prepare<[number, number]>('UPDATE quoted_mail SET document_id = ? WHERE document_id = ?');
  const leave = db.prepare<[number, number, number]>(
    'DELETE FROM quoted_mail WHERE file_id = ? AND ordinal >= ? AND ordinal < ?',
  );
  const isThere = db.prepare<[number], number>('SELECT 1 FROM document WHERE document_id = ?').pluck();
  const drop = db.prepare<[number], { fileId: number; ordinal: number }>(
    'DELETE FROM quoted_mail WHERE document_id = ? RETURNING file_id AS fileId, ordinal',
  );
  const readAgain = createReadingAgain(db);

  function* candidatesFor(quotation: ParsedDocument, mail: ParsedDocument | undefined): Iterable<Candidate> {
    const key = openingOf(quotation);
    if (key !== null) yield* opening.all(key);
    for (const id of mail?.thread?.references.slice(-mostCandidates) ?? [])
      yield* named.all(mailKey('message', id));
  }

  return {
    originalOf(quotation, mail) {
      const sender = senderOf(quotation);
      for (const candidate of candidatesFor(quotation, mail)) {
        if (!mayBeOf(sender, candidate.sender)) continue;
        if (isQuotedFrom(quotation.text, texts.whole(candidate.documentId))) return candidate.documentId;
      }
      return null;
    },
    note: (fileId, ordinal, originalId) => void insert.run(fileId, ordinal, originalId),
    quotationsOf(mail) {
      const key = openingOf(mail);
      if (key === null) return [];
      const sender = senderOf(mail);
      return openingQuotations
        .all(key)
        .filter(
          (candidate) =>
            mayBeOf(candidate.sender, sender) && isQuotedFrom(texts.whole(candidate.documentId), mail.text),
        );
    },
    repoint: (from, to) => void move.run(to, from),
    leave: (fileId, { from, to }) => void leave.run(fileId, from, to),
    release(documentId) {
      if (isThere.get(documentId) === 1) return;
      for (const { fileId, ordinal } of drop.all(documentId)) readAgain(fileId, ordinal);
    },
  };
}

function senderOf({ people }: ParsedDocument): string | null {
  return people.find(({ role }) => role === 'from')?.address ?? null;
}

/** What a quotation says was written by one is not what another wrote, be the words the same. */
function mayBeOf(quoted: string | null, original: string | null): boolean {
  return (
    (quoted ?? '') === '' || (original ?? '') === '' || quoted?.toLowerCase() === original?.toLowerCase()
  );
}
