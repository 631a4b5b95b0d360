import type { Chunk } from '#indexer/chunk/chunk.ts';
import type { RulesApplied } from '#indexer/sources/content-rules.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { FileState, Reason } from '#main/contract/ledger.ts';
import type { WritableDb } from './connection.ts';
import type { DocumentRemoval, Removed } from './document-removal.ts';
import { createDocumentWriter } from './document-writer.ts';
import type { FileStat } from './file-row.ts';

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
  readonly documents: readonly {
    readonly document: ParsedDocument;
    readonly chunks: readonly Chunk[];
  }[];
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

const upsertFile = `
  INSERT INTO file (source_id, path, state, reason, detail, dirty, size_bytes, modified_ms, inode, content_hash,
    parser_id, parser_version, rules_off, rules_touched, documents, chunks, read_at, missing_since)
  VALUES (:sourceId, :path, :state, :reason, :detail, 0, :sizeBytes, :modifiedMs, :inode, :contentHash,
    :parserId, :parserVersion, :rulesOff, :rulesTouched, :documents, :chunks, :readAt, NULL)
  ON CONFLICT (path) DO UPDATE SET source_id = excluded.source_id, state = excluded.state,
    reason = excluded.reason, detail = excluded.detail, dirty = 0, size_bytes = excluded.size_bytes,
    modified_ms = excluded.modified_ms, inode = excluded.inode, content_hash = excluded.content_hash,
    parser_id = excluded.parser_id, parser_version = excluded.parser_version, rules_off = excluded.rules_off,
    rules_touched = excluded.rules_touched, documents = excluded.documents, chunks = excluded.chunks, read_at = excluded.read_at, missing_since = NULL
  RETURNING file_id`;

export function createFileWriter(db: WritableDb, removal: DocumentRemoval): FileWriter {
  const upsert = db.prepare<[LedgerValues], number>(upsertFile).pluck();
  const oldDocuments = db.prepare<[number], { documentId: number; member: string | null }>(
    'SELECT document_id AS documentId, member FROM document WHERE file_id = ? ORDER BY ordinal',
  );
  const writer = createDocumentWriter(db);

  /** A document of the same file and member keeps its id, so that links to it outlive a re-read. */
  const idsByMember = (fileId: number): Map<string, number[]> => {
    const ids = new Map<string, number[]>();
    for (const { documentId, member } of oldDocuments.all(fileId)) {
      const same = ids.get(member ?? '');
      if (same === undefined) ids.set(member ?? '', [documentId]);
      else same.push(documentId);
    }
    return ids;
  };

  const replaceOne = (write: FileWrite, added: number[]): readonly number[] => {
    const fileId = upsert.get(ledgerValues(write));
    if (fileId === undefined) throw new Error('a ledger row just written has no id');
    const ids = idsByMember(fileId);
    const removed: Removed = removal.clear(fileId);
    const siblings = write.documents.map(({ document }) => document);
    for (const [ordinal, { document, chunks }] of write.documents.entries()) {
      const keptId = ids.get(document.member ?? '')?.shift() ?? null;
      added.push(...writer.write({ fileId, keptId, ordinal, siblings, document, chunks }));
    }
    removal.tidy(removed);
    return removed.chunkIds;
  };
  const replace = db.transaction((writes: readonly FileWrite[]) => {
    const added: number[] = [];
    const removed = writes.flatMap((write) => replaceOne(write, added));
    // Of a file that is in the batch twice, the first chunks came and went: nobody needs to hear of them.
    const gone = new Set(removed);
    const came = new Set(added);
    return {
      added: added.filter((chunkId) => !gone.has(chunkId)),
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
