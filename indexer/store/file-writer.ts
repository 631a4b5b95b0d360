import type { RulesApplied } from '#indexer/sources/content-rules.ts';
import type { FileState, Reason } from '#main/contract/ledger.ts';
import type { WritableDb } from './connection.ts';
import type { DocumentRemoval } from './document-removal.ts';
import { createFileDocuments } from './file-documents.ts';
import type { FileStat } from './file-row.ts';
import { type ChunkWords, createFullTextWriter } from './full-text-writer.ts';
import type { MailPlaces } from './mail-places.ts';
import type { PreparedDocument } from './prepared-document.ts';
import { createWithheldWriter } from './withheld.ts';

/** Everything one read of a file ended with. */
export interface FileWrite {
  readonly sourceId: number;
  readonly path: string;
  readonly stat: FileStat;
  /** sha256, hex; null with the parser where the content was not read. */
  readonly contentHash: string | null;
  readonly parserId: string | null;
  readonly parserVersion: number | null;
  readonly state: FileState;
  readonly reason: Reason | null;
  readonly detail: string | null;
  readonly documents: readonly PreparedDocument[];
  readonly rules: RulesApplied;
}

export interface FileWriter {
  /** Writes all of them or none; returns the ids of the chunks that came and went. */
  replace(writes: readonly FileWrite[]): { added: readonly number[]; removed: readonly number[] };
}

type LedgerValues = {
  sourceId: number;
  path: string;
  state: string;
  reason: string | null;
  detail: string | null;
  sizeBytes: number;
  modifiedMs: number;
  changedMs: number | null;
  inode: string;
  contentHash: Buffer | null;
  parserId: string | null;
  parserVersion: number | null;
  rulesOff: string;
  rulesTouched: string;
  documents: number;
  chunks: number;
  readAt: string;
};

const insertFile = `
  INSERT INTO file (source_id, path, state, reason, detail, dirty, size_bytes, modified_ms, changed_ms, inode, content_hash,
    parser_id, parser_version, rules_off, rules_touched, documents, chunks, read_at)
  VALUES (:sourceId, :path, :state, :reason, :detail, 0, :sizeBytes, :modifiedMs, :changedMs, :inode, :contentHash,
    :parserId, :parserVersion, :rulesOff, :rulesTouched, :documents, :chunks, :readAt)`;
const updateFile = `
  UPDATE file SET state = :state, reason = :reason, detail = :detail, dirty = 0, size_bytes = :sizeBytes,
    modified_ms = :modifiedMs, changed_ms = :changedMs, inode = :inode, content_hash = :contentHash, parser_id = :parserId,
    parser_version = :parserVersion, rules_off = :rulesOff, rules_touched = :rulesTouched, documents = :documents,
    chunks = :chunks, read_at = :readAt, missing_since = NULL
  WHERE path = :path`;

interface KnownFile {
  readonly fileId: number;
  readonly sourceId: number;
  readonly hasDocuments: 0 | 1;
  /** It was never read, also not in part. */
  readonly isBlank: 0 | 1;
}

export function createFileWriter(db: WritableDb, removal: DocumentRemoval, places: MailPlaces): FileWriter {
  const known = db.prepare<[string], KnownFile>(
    `SELECT file_id AS fileId, source_id AS sourceId,
      EXISTS (SELECT 1 FROM document WHERE document.file_id = file.file_id)
        OR EXISTS (SELECT 1 FROM mail_copy WHERE mail_copy.file_id = file.file_id) AS hasDocuments,
      state IS NULL AND NOT EXISTS (SELECT 1 FROM portion WHERE portion.file_id = file.file_id) AS isBlank
      FROM file WHERE path = ?`,
  );
  const insert = db.prepare<[LedgerValues]>(insertFile);
  const update = db.prepare<[LedgerValues]>(updateFile);
  const remove = db.prepare<[number]>('DELETE FROM file WHERE file_id = ?');
  const setSource = db.prepare<[number, number]>('UPDATE file SET source_id = ? WHERE file_id = ?');
  const setCounts = db.prepare<[number, number, number]>(
    'UPDATE file SET documents = ?, chunks = ? WHERE file_id = ?',
  );
  const documentsOf = createFileDocuments(db, removal);
  const fullText = createFullTextWriter(db);
  const withheld = createWithheldWriter(db);

  const writeRow = (write: FileWrite): { fileId: number; hasDocuments: boolean } => {
    const file = known.get(write.path);
    const isNew = file === undefined || (file.isBlank === 1 && file.hasDocuments === 0);
    if (isNew) {
      // Where each row grows in its place, a third of the table stays empty: pages that are full are split.
      if (file !== undefined) remove.run(file.fileId);
      const { lastInsertRowid } = insert.run(ledgerValues(write));
      return { fileId: Number(lastInsertRowid), hasDocuments: false };
    }
    update.run(ledgerValues(write));
    // Only where it is another: its index is written else.
    if (file.sourceId !== write.sourceId) setSource.run(write.sourceId, file.fileId);
    return { fileId: file.fileId, hasDocuments: file.hasDocuments === 1 };
  };
  const replaceOne = (write: FileWrite, added: ChunkWords[]): readonly number[] => {
    const { fileId, hasDocuments } = writeRow(write);
    withheld.write(
      fileId,
      write.documents.map(({ document }) => document),
    );
    const documents = write.documents.map((one, ordinal) => ({ ...one, ordinal }));
    const { removed, superseded, entries, copies, chunks } = documentsOf.replace(
      fileId,
      hasDocuments ? 'all' : 'none',
      documents,
      added,
    );
    if (hasDocuments || copies > 0 || entries < documents.length) setCounts.run(entries, chunks, fileId);
    if (copies > 0) places.show(fileId);
    removal.tidy(removed);
    return [...removed.chunkIds, ...superseded];
  };
  const replace = db.transaction((writes: readonly FileWrite[]) => {
    const written: ChunkWords[] = [];
    const removed = writes.flatMap((write) => replaceOne(write, written));
    // Of a file that is in the batch twice, the first chunks came and went: nobody needs to hear of them.
    const gone = new Set(removed);
    const left = written.filter(({ chunkId }) => !gone.has(chunkId));
    fullText.write(left);
    const came = new Set(written.map(({ chunkId }) => chunkId));
    return {
      added: left.filter(({ isKnown }) => !isKnown).map(({ chunkId }) => chunkId),
      removed: removed.filter((chunkId) => !came.has(chunkId)),
    };
  });
  return { replace: (writes) => replace.immediate(writes) };
}

function ledgerValues(write: FileWrite): LedgerValues {
  return {
    sourceId: write.sourceId,
    path: write.path,
    state: write.state,
    reason: write.reason,
    detail: write.detail,
    ...write.stat,
    contentHash: write.contentHash === null ? null : Buffer.from(write.contentHash, 'hex'),
    parserId: write.parserId,
    parserVersion: write.parserVersion,
    rulesOff: write.rules.off.join(' '),
    rulesTouched: write.rules.touched.join(' '),
    documents: write.documents.length,
    chunks: write.documents.reduce((sum, { chunks }) => sum + chunks.length, 0),
    readAt: new Date().toISOString(),
  };
}
