import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { WritableDb } from './connection.ts';
import type { DocumentRemoval, Removed } from './document-removal.ts';
import type { ChunkWords } from './full-text-writer.ts';
import type { KeptDocument } from './kept-ids.ts';
import type { MailStanding } from './mail-standing.ts';
import type { PreparedDocument } from './prepared-document.ts';
import type { QuotedMails } from './quoted-mails.ts';

export interface OrderedDocument extends PreparedDocument {
  /** Where it stands among the documents of its file. */
  readonly ordinal: number;
}

/** Documents of a file while they are written. */
export interface Writing {
  readonly fileId: number;
  readonly documents: readonly OrderedDocument[];
  readonly standings: readonly MailStanding[];
  /** Mails that are copies: what is in them may be copies too. */
  readonly copied: Set<number>;
  /** What of it goes into the full text, and what of the files before it in the same transaction does. */
  words: ChunkWords[];
  readonly batch: ChunkWords[];
  entries: number;
  readonly superseded: Removed[];
}

/** Takes quotations of a mail out of the index before it is written, and has their places point to it. */
export function createSuperseding(db: WritableDb, removal: DocumentRemoval, quoted: QuotedMails) {
  const placeOf = db.prepare<[number], { fileId: number; ordinal: number }>(
    'SELECT file_id AS fileId, ordinal FROM document WHERE document_id = ?',
  );
  const uncount = db.prepare<[number, number]>('UPDATE file SET chunks = chunks - ? WHERE file_id = ?');

  const removeAt = (writing: Writing, fileId: number, ordinal: number): void => {
    const removed = removal.clear(fileId, { from: ordinal, to: ordinal + 1 });
    const gone = new Set(removed.chunkIds);
    const isLeft = ({ chunkId }: ChunkWords): boolean => !gone.has(chunkId);
    const untold = new Set(
      [...writing.words, ...writing.batch]
        .filter((words) => !isLeft(words) && !words.isKnown)
        .map(({ chunkId }) => chunkId),
    );
    const before = writing.words.length;
    writing.words = writing.words.filter(isLeft);
    writing.batch.splice(0, writing.batch.length, ...writing.batch.filter(isLeft));
    const own = before - writing.words.length;
    // What is written now is counted when all of it is.
    uncount.run(gone.size - own, fileId);
    // Nobody was told that chunks of this transaction came, so nobody is to hear that they went.
    writing.superseded.push({ ...removed, chunkIds: removed.chunkIds.filter((id) => !untold.has(id)) });
  };

  /** Returns what the mail is to be written as: what it was, or in the place of a quotation, so that links to that hold. */
  return (writing: Writing, mail: ParsedDocument, before: KeptDocument | null): KeptDocument | null => {
    const quotations = quoted.quotationsOf(mail);
    const kept = before ?? quotations[0] ?? null;
    if (kept === null) return null;
    for (const { documentId } of quotations) {
      // A quotation in a mail of which there are copies lies in each of them.
      for (let at = placeOf.get(documentId); at !== undefined; at = placeOf.get(documentId)) {
        removeAt(writing, at.fileId, at.ordinal);
        quoted.note(at.fileId, at.ordinal, kept.documentId);
      }
      if (documentId !== kept.documentId) quoted.repoint(documentId, kept.documentId);
    }
    return kept;
  };
}
