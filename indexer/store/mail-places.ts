import { boundOnce, type WritableDb } from './connection.ts';
import { createTagsOf } from './mail-tags.ts';
import type { OrdinalRange } from './ordinals.ts';
import { placeAt } from './passages.ts';
import { createReadingAgain } from './reading-again.ts';

/** Which of a mail's places is its document's: where that goes or is away, a copy's place takes over. */
export interface MailPlaces {
  /** Forgets the copies in a file that have these ordinals. */
  leave(fileId: number, range: OrdinalRange): readonly LeftCopy[];
  /** Has a mail read again where it is found by a label that went with a copy. */
  unlabel(left: Unlabelled): void;
  /** Whether copies of the document lie in other places. */
  isShared(documentId: number): boolean;
  /** The document is now where a copy of it lies: same id, same chunks. Its old place is forgotten. */
  takeOver(documentId: number): void;
  /** The file is missing from now on: its mails are found where copies of them lie. */
  hide(path: string): void;
  /** The file, by its path or id, is there again: mails of it that are nowhere else are found in it. */
  show(file: string | number): void;
}

type Unlabelled = Pick<LeftCopy, 'documentId' | 'fileId' | 'tags'>;

/** A copy's place that is no more. */
export interface LeftCopy {
  readonly documentId: number;
  readonly fileId: number;
  /** JSON. */
  readonly tags: string;
  readonly isQuotation: 0 | 1;
}

interface Place {
  readonly fileId: number;
  readonly ordinal: number;
  readonly member: string | null;
  readonly tags: string;
  /** null: the copy differs in white space or a footer, so that its places are not the document's. */
  readonly passages: string | null;
}

export function createMailPlaces(db: WritableDb): MailPlaces {
  const leave = db.prepare<[number, number, number], LeftCopy>(
    `DELETE FROM mail_copy WHERE file_id = ? AND ordinal >= ? AND ordinal < ?
      RETURNING document_id AS documentId, file_id AS fileId, tags, (SELECT is_quotation FROM document
        WHERE document.document_id = mail_copy.document_id) AS isQuotation`,
  );
  const isShared = db
    .prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM mail_copy WHERE document_id = ?)')
    .pluck();
  const bestCopy = db.prepare<[{ documentId: number }], Place>(
    `SELECT file_id AS fileId, ordinal, member, tags, passages FROM mail_copy JOIN file USING (file_id)
      WHERE document_id = :documentId
      ORDER BY missing_since IS NOT NULL, source_id = (SELECT source_id FROM document JOIN file USING (file_id)
        WHERE document_id = :documentId), file_id, ordinal LIMIT 1`,
  );
  const home = db.prepare<[number], Place>(
    `SELECT file_id AS fileId, ordinal, member, tags, passages
      FROM document JOIN document_places USING (document_id) WHERE document_id = ?`,
  );
  const removeCopy = db.prepare<[number, number]>('DELETE FROM mail_copy WHERE file_id = ? AND ordinal = ?');
  const addCopy = db.prepare<[Place & { documentId: number }]>(
    `INSERT INTO mail_copy (file_id, ordinal, document_id, member, tags, passages)
      VALUES (:fileId, :ordinal, :documentId, :member, :tags, :passages)`,
  );
  const setHome = db.prepare<[Place & { documentId: number }]>(
    `UPDATE document SET file_id = :fileId, ordinal = :ordinal, member = :member, tags = :tags
      WHERE document_id = :documentId`,
  );
  const setPassages = db.prepare<[string, number]>(
    'UPDATE document_places SET passages = ? WHERE document_id = ?',
  );
  const chunks = db.prepare<[number], { chunkId: number; start: number }>(
    'SELECT chunk_id AS chunkId, start FROM chunk WHERE document_id = ?',
  );
  const setPlace = db.prepare<[string, number]>('UPDATE chunk SET place = ? WHERE chunk_id = ?');
  const addChunks = db.prepare<[number, number]>('UPDATE file SET chunks = chunks + ? WHERE file_id = ?');
  const readAgain = createReadingAgain(db);
  const tagsOf = createTagsOf(db);
  const toHide = db
    .prepare<[string], number>(
      `SELECT DISTINCT document.document_id FROM file JOIN document USING (file_id) JOIN mail_copy USING (document_id)
        JOIN file AS other ON other.file_id = mail_copy.file_id
        WHERE file.path = ? AND other.missing_since IS NULL`,
    )
    .pluck();
  // Asked for each file that changed: the joins below cost 20 µs where there is nothing to show, this 7.
  const withCopies = db
    .prepare<[string], number>(
      `SELECT file_id FROM file WHERE path = ${boundOnce}
        AND EXISTS (SELECT 1 FROM mail_copy WHERE mail_copy.file_id = file.file_id)`,
    )
    .pluck();
  const toShow = db
    .prepare<[number], number>(
      `SELECT DISTINCT document.document_id FROM file JOIN mail_copy USING (file_id) JOIN document USING (document_id)
        JOIN file AS home ON home.file_id = document.file_id
        WHERE file.file_id = ${boundOnce} AND file.missing_since IS NULL AND home.missing_since IS NOT NULL`,
    )
    .pluck();

  const unlabel = ({ documentId, fileId, tags }: Unlabelled): void => {
    const now = new Set(tagsOf.all({ documentId }));
    const at = home.get(documentId);
    // A document of the same file was written with it.
    if (
      at === undefined ||
      at.fileId === fileId ||
      (JSON.parse(tags) as string[]).every((tag) => now.has(tag))
    )
      return;
    readAgain(at.fileId, at.ordinal);
  };
  const takeOver = (documentId: number): void => {
    const left = home.get(documentId);
    const copy = bestCopy.get({ documentId });
    if (left === undefined || copy === undefined) return;
    removeCopy.run(copy.fileId, copy.ordinal);
    setHome.run({ ...copy, documentId });
    unlabel({ documentId, fileId: left.fileId, tags: left.tags });
    const moved = chunks.all(documentId);
    addChunks.run(-moved.length, left.fileId);
    addChunks.run(moved.length, copy.fileId);
    if (copy.passages === null) readAgain(copy.fileId, copy.ordinal);
    else {
      setPassages.run(copy.passages, documentId);
      const place = placeAt(copy.passages);
      for (const { chunkId, start } of moved) setPlace.run(place(start), chunkId);
    }
  };
  const swap = (documentId: number): void => {
    const left = home.get(documentId);
    if (left === undefined) return;
    takeOver(documentId);
    addCopy.run({ ...left, documentId });
  };

  return {
    leave: (fileId, { from, to }) => leave.all(fileId, from, to),
    unlabel,
    isShared: (documentId) => isShared.get(documentId) === 1,
    takeOver,
    hide: (path) => toHide.all(path).forEach(swap),
    show(file) {
      const fileId = typeof file === 'number' ? file : withCopies.get(file);
      if (fileId !== undefined) toShow.all(fileId).forEach(swap);
    },
  };
}
