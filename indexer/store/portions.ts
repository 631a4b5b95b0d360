import { contentRulesIn, type RulesApplied } from '#indexer/sources/content-rules.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { Bookmark, CountedShortfall } from '#indexer/sources/portion.ts';
import { verdictOf } from '#indexer/sources/shortfalls.ts';
import type { Changes } from './changes.ts';
import type { WritableDb } from './connection.ts';
import type { DocumentRemoval } from './document-removal.ts';
import { createFileDocuments } from './file-documents.ts';
import { type FileRow, type FileStat, fileColumns } from './file-row.ts';
import { type ChunkWords, createFullTextWriter } from './full-text-writer.ts';
import type { MailPlaces } from './mail-places.ts';
import { type OrdinalRange, ordinalsOfUnit } from './ordinals.ts';
import { createPortionRows, type PortionRow } from './portion-rows.ts';
import type { OrderedDocument } from './superseding.ts';
import { createWithheldWriter } from './withheld.ts';

export interface PortionWrite extends PortionRow {
  readonly path: string;
  readonly from: Bookmark;
  readonly shortfalls: readonly CountedShortfall[];
  /** Each with the unit it is of, counted from 1 in the whole file. */
  readonly documents: readonly (Omit<OrderedDocument, 'ordinal'> & { readonly unit: number })[];
  /** With the last portion of a file: its row is no longer pending. */
  readonly ending: StreamEnding | null;
}

/** What is known of a file when the last of it is read. */
export interface StreamEnding {
  readonly path: string;
  readonly stat: FileStat;
  /** Over the hashes of its portions; hex. */
  readonly contentHash: string;
  readonly parserId: string;
  readonly parserVersion: number;
  readonly rulesOff: RulesApplied['off'];
  readonly next: Bookmark;
}

/** Files that are read piece by piece: what is written of one is found at once, while its row is pending. */
export interface PortionStore {
  /** What was read from the bookmark on, where it was the same then. */
  at(fileId: number, from: Bookmark): PortionRow | undefined;
  /** A portion's documents in the place of those that its units had, in one transaction with how far it goes. */
  write(write: PortionWrite): void;
  /** The file is read to its end: what a former reading had behind that goes, and its row says what it came to. */
  finish(ending: StreamEnding): void;
  /** Other files of this size that were read piece by piece. */
  ofSize(sizeBytes: number, path: string): FileRow[];
}

type EndingValues = {
  fileId: number;
  state: string;
  reason: string | null;
  detail: string | null;
  sizeBytes: number;
  modifiedMs: number;
  changedMs: number | null;
  inode: string;
  contentHash: Buffer;
  parserId: string;
  parserVersion: number;
  rulesOff: string;
  rulesTouched: string;
  readAt: string;
};

const endFile = `
  UPDATE file SET state = :state, reason = :reason, detail = :detail, dirty = 0, size_bytes = :sizeBytes,
    modified_ms = :modifiedMs, changed_ms = :changedMs, inode = :inode, content_hash = :contentHash, parser_id = :parserId,
    parser_version = :parserVersion, rules_off = :rulesOff, rules_touched = :rulesTouched, read_at = :readAt,
    missing_since = NULL
  WHERE file_id = :fileId`;

export function createPortionStore(
  db: WritableDb,
  removal: DocumentRemoval,
  places: MailPlaces,
  changes: Changes,
): PortionStore {
  const rows = createPortionRows(db);
  const ofSize = db.prepare<[number, string], FileRow>(
    `SELECT ${fileColumns} FROM file WHERE file_id IN (SELECT file_id FROM portion WHERE start = 0)
      AND size_bytes = ? AND path <> ?`,
  );
  const idOf = db.prepare<[string], number>('SELECT file_id FROM file WHERE path = ?').pluck();
  const count = db.prepare<[number, number, number]>(
    'UPDATE file SET documents = documents + ?, chunks = chunks + ? WHERE file_id = ?',
  );
  // What a purge of secrets goes by, also where a file is not read to its end.
  const noteRules = db.prepare<[string, string, number]>(
    'UPDATE file SET rules_off = ?, rules_touched = ? WHERE file_id = ?',
  );
  const documentsNow = db.prepare<[number], number>('SELECT documents FROM file WHERE file_id = ?').pluck();
  const touchedBefore = db
    .prepare<[number], string>('SELECT rules_touched FROM file WHERE file_id = ?')
    .pluck();
  const end = db.prepare<[EndingValues]>(endFile);
  const documentsOf = createFileDocuments(db, removal);
  const fullText = createFullTextWriter(db);
  const withheld = createWithheldWriter(db);

  const replaceDocuments = (
    fileId: number,
    range: OrdinalRange,
    documents: readonly OrderedDocument[],
    words: ChunkWords[],
  ): readonly number[] => {
    const replaced = documentsOf.replace(fileId, range, documents, words);
    const { removed, superseded, entries, copies, chunks } = replaced;
    removal.tidy(removed);
    count.run(entries - removed.entries, chunks - removed.chunkIds.length, fileId);
    if (copies > 0) places.show(fileId);
    return [...removed.chunkIds, ...superseded];
  };

  /** Returns the chunks that went with the documents that are not in the file any more. */
  const finishFile = (fileId: number, ending: StreamEnding): readonly number[] => {
    const { next, stat, contentHash, parserId, parserVersion, rulesOff } = ending;
    const words: ChunkWords[] = [];
    const removed = [
      ...replaceDocuments(fileId, { from: 0, to: ordinalsOfUnit }, [], words),
      ...replaceDocuments(fileId, unitRange(next.units, Number.POSITIVE_INFINITY), [], words),
    ];
    rows.removeFrom(fileId, next.at);
    withheld.sumUp(fileId);
    const verdict = verdictOf(documentsNow.get(fileId) ?? 0, rows.lacking(fileId));
    end.run({
      ...{ fileId, ...verdict, ...stat, parserId, parserVersion },
      contentHash: Buffer.from(contentHash, 'hex'),
      rulesOff: rulesOff.join(' '),
      rulesTouched: rows.touched(fileId).join(' '),
      readAt: new Date().toISOString(),
    });
    return removed;
  };

  const write = db.transaction((write: PortionWrite) => {
    const fileId = idOf.get(write.path);
    if (fileId === undefined) return { added: [], removed: [] };
    const { from, next } = write;
    const words: ChunkWords[] = [];
    const documents = numbered(write.documents);
    const removed = [...replaceDocuments(fileId, unitRange(from.units, next.units), documents, words)];
    rows.put(fileId, { ...write, withheld: withheldIn(documents) });
    const touched = [...(touchedBefore.get(fileId) ?? '').split(' '), ...write.rules.touched];
    noteRules.run(write.rules.off.join(' '), contentRulesIn(touched).join(' '), fileId);
    if (write.ending !== null) removed.push(...finishFile(fileId, write.ending));
    fullText.write(words);
    return { added: words.filter(({ isKnown }) => !isKnown).map(({ chunkId }) => chunkId), removed };
  });
  const finish = db.transaction((ending: StreamEnding) => {
    const fileId = idOf.get(ending.path);
    return fileId === undefined ? [] : finishFile(fileId, ending);
  });

  return {
    at: rows.at,
    write(one) {
      const { added, removed } = write.immediate(one);
      changes.tell({ type: 'chunks-removed', chunkIds: removed });
      changes.tell({ type: 'chunks-added', chunkIds: added });
    },
    finish(ending) {
      changes.tell({ type: 'chunks-removed', chunkIds: finish.immediate(ending) });
    },
    ofSize: (sizeBytes, path) => ofSize.all(sizeBytes, path),
  };
}

/** The ordinals of the units behind the first `before` ones, up to the `last`. */
function unitRange(before: number, last: number): OrdinalRange {
  const to = (last + 1) * ordinalsOfUnit;
  return { from: (before + 1) * ordinalsOfUnit, to: Math.min(to, Number.MAX_SAFE_INTEGER) };
}

function numbered(documents: PortionWrite['documents']): OrderedDocument[] {
  let unitBefore = 0;
  let inUnit = 0;
  return documents.map(({ unit, ...prepared }) => {
    inUnit = unit === unitBefore ? Math.min(inUnit + 1, ordinalsOfUnit - 1) : 0;
    unitBefore = unit;
    return { ordinal: unit * ordinalsOfUnit + inUnit, ...prepared };
  });
}

/** What is withheld from a quotation is withheld from the mail that it stands in. */
function withheldIn(documents: readonly OrderedDocument[]): ParsedDocument['withheld'] {
  return documents.flatMap(({ document }) => (document.isQuotation ? [] : document.withheld));
}
