import { endBelow } from './below.ts';
import type { Changes } from './changes.ts';
import type { WritableDb } from './connection.ts';
import { type DocumentRemoval, nothingRemoved, type Removed } from './document-removal.ts';
import { type FileRow, type FileStat, fileColumns } from './file-row.ts';
import { createFileWriter, type FileWrite } from './file-writer.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { MailPlaces } from './mail-places.ts';
import { createRenaming } from './renaming.ts';
import { steadyNow } from './steady-time.ts';

/** What a look at the disk came to for one path. */
export type FileMark =
  /** A file without a row: `pending`, where nothing of it can be known yet. */
  | { readonly kind: 'new'; readonly sourceId: number; readonly path: string; readonly stat: FileStat }
  | { readonly kind: 'pending'; readonly sourceId: number; readonly path: string; readonly stat: FileStat }
  /** The content is what was read last. */
  | { readonly kind: 'same'; readonly path: string; readonly stat: FileStat }
  /** To be read again, though nothing of it has changed. */
  | { readonly kind: 'again'; readonly path: string }
  /** Missing from now on; a row that was never read goes at once. */
  | { readonly kind: 'gone'; readonly path: string };

/** The ledger: every file under a source has one row, whatever became of it. */
export interface FileStore extends Ledger {
  get(path: string): FileRow | undefined;
  list(sourceId: number): FileRow[];
  /** True where some file, of any source, has a path from the first to the last, in the order of their bytes. */
  hasBetween(first: string, last: string): boolean;
  /** The source's next rows in the order of their paths' bytes, for whoever goes through all of them. */
  after(sourceId: number, path: string, limit: number): FileRow[];
  /** The file is to be read (again); its documents stay until `replace`. */
  markPending(sourceId: number, path: string, stat: FileStat): void;
  /** Files that wait to be read, last changed first; none that are missing, none of a paused source. */
  pending(limit: number): FileRow[];
  /** The content is what was read last: only the stat is new. The state of that read holds again. */
  touch(path: string, stat: FileStat): void;
  /** The files whose last read had this content (sha256, hex). */
  byContent(contentHash: string): FileRow[];
  /** The file is now at `to`; documents, chunks and embeddings stay. A row that was at `to` goes. */
  move(from: string, to: string, stat: FileStat, sourceId: number): void;
  /** The file is gone but may come back: its documents stay, are not found any more, and the ledger says so. */
  markMissing(path: string): void;
  /** Marks of many files in one transaction. */
  markAll(marks: readonly FileMark[]): void;
  /** Files marked missing, longest missing first. */
  missing(sourceId: number, limit: number): FileRow[];
  missingCount(sourceId: number): number;
  /** Gives files of one source to another, some at once; returns how many. */
  handOver(from: number, to: number, limit: number): number;
  /** Takes the file and everything of it out of the library. */
  remove(path: string): void;
  /** Several files in one transaction; returns how many documents went. */
  removeAll(paths: readonly string[]): number;
  /** Takes what was read of the files out of the library at once; they wait to be read again. */
  clearAll(paths: readonly string[]): void;
  /** Documents, chunks, full text and ledger row of one read, in one transaction: all of it or nothing. */
  replace(write: FileWrite): void;
  /** Several files in one transaction, all or none: half the work a file, for where many wait at once. */
  replaceAll(writes: readonly FileWrite[]): void;
}

type PathStat = FileStat & { readonly path: string };
/** What a look at a file found is noted: it is there. */
const newStat = `size_bytes = :sizeBytes, modified_ms = :modifiedMs, changed_ms = :changedMs, inode = :inode,
  missing_since = NULL`;

export function createFileStore(
  db: WritableDb,
  removal: DocumentRemoval,
  places: MailPlaces,
  changes: Changes,
): FileStore {
  const byPath = db.prepare<[string], FileRow>(`SELECT ${fileColumns} FROM file WHERE path = ?`);
  const bySource = db.prepare<[number], FileRow>(
    `SELECT ${fileColumns} FROM file WHERE source_id = ? ORDER BY path`,
  );
  const byContent = db.prepare<{ hash: Buffer }, FileRow>(
    `SELECT ${fileColumns} FROM file WHERE substr(content_hash, 1, 8) = substr(:hash, 1, 8) AND content_hash = :hash`,
  );
  const between = db
    .prepare<[string, string], number>('SELECT 1 FROM file WHERE path >= ? AND path <= ? LIMIT 1')
    .pluck();
  const rootOf = db.prepare<[number], string>('SELECT path FROM source WHERE source_id = ?').pluck();
  // All files of a source lie below its root, so the order of all paths is its own too, but for sources inside it.
  const afterPath = db.prepare<
    { next: string; root: string; end: string; sourceId: number; limit: number },
    FileRow
  >(
    `SELECT ${fileColumns} FROM file WHERE path >= max(:next, :root) AND path < :end AND +source_id = :sourceId
      ORDER BY path LIMIT :limit`,
  );
  const missing = db.prepare<[number, number], FileRow>(
    `SELECT ${fileColumns} FROM file WHERE source_id = ? AND missing_since IS NOT NULL
      ORDER BY missing_since LIMIT ?`,
  );
  const missingCount = db
    .prepare<[number], number>('SELECT count(*) FROM file WHERE source_id = ? AND missing_since IS NOT NULL')
    .pluck();
  const toRead = db.prepare<[number], FileRow>(
    `SELECT ${fileColumns} FROM file WHERE dirty AND missing_since IS NULL
      AND source_id NOT IN (SELECT source_id FROM source WHERE state = 'paused')
      ORDER BY modified_ms DESC LIMIT ?`,
  );
  const markPending = db.prepare<[PathStat & { sourceId: number }]>(
    `INSERT INTO file (source_id, path, dirty, size_bytes, modified_ms, changed_ms, inode)
      VALUES (:sourceId, :path, 1, :sizeBytes, :modifiedMs, :changedMs, :inode)
      ON CONFLICT (path) DO UPDATE SET source_id = :sourceId, dirty = 1, ${newStat}`,
  );
  // Without its content's hash it is not taken for what was read last.
  const markAgain = db.prepare<[string]>(
    'UPDATE file SET dirty = 1, content_hash = NULL WHERE path = ? AND missing_since IS NULL',
  );
  const forgetPortions = db.prepare<[string]>(
    'DELETE FROM portion WHERE file_id = (SELECT file_id FROM file WHERE path = ?)',
  );
  const touch = db.prepare<[PathStat]>(
    `UPDATE file SET dirty = 0, ${newStat} WHERE path = :path AND state IS NOT NULL`,
  );
  const moveRow = db.prepare<[PathStat & { from: string; sourceId: number }]>(
    `UPDATE file SET path = :path, source_id = :sourceId, ${newStat}, dirty = dirty AND state IS NULL
      WHERE path = :from`,
  );
  const markMissing = db.prepare<[string, string]>(
    'UPDATE file SET missing_since = ? WHERE path = ? AND missing_since IS NULL',
  );
  const clearRow = db.prepare<[number]>(
    'UPDATE file SET dirty = 1, content_hash = NULL, documents = 0, chunks = 0 WHERE file_id = ?',
  );
  const handOver = db.prepare<[number, number, number]>(
    `UPDATE file SET source_id = ? WHERE file_id IN (SELECT file_id FROM file WHERE source_id = ? LIMIT ?)`,
  );
  const removeRow = db.prepare<[number]>('DELETE FROM file WHERE file_id = ?');
  const removeUnread = db.prepare<[string]>(
    'DELETE FROM file WHERE path = ? AND state IS NULL AND documents = 0',
  );
  const writer = createFileWriter(db, removal, places);
  const rename = createRenaming(db);
  const ledger = createLedger(db);

  const removeFile = db.transaction((path: string): Pick<Removed, 'documents' | 'chunkIds'> => {
    const file = byPath.get(path);
    if (file === undefined) return nothingRemoved;
    const removed = removal.clear(file.fileId);
    removal.tidy(removed);
    removeRow.run(file.fileId);
    return removed;
  });
  const moveFile = db.transaction((from: string, to: string, stat: FileStat, sourceId: number) => {
    if (byPath.get(from) === undefined) return [];
    const { chunkIds } = from === to ? nothingRemoved : removeFile(to);
    moveRow.run({ ...stat, from, path: to, sourceId });
    places.show(to);
    rename(from, to);
    return chunkIds;
  });
  const removeFiles = db.transaction((paths: readonly string[]) => {
    const removed = paths.map((path) => removeFile(path));
    return {
      documents: removed.reduce((sum, { documents }) => sum + documents, 0),
      chunkIds: removed.flatMap(({ chunkIds }) => chunkIds),
    };
  });
  const clearFiles = db.transaction((paths: readonly string[]) =>
    paths.flatMap((path) => {
      const file = byPath.get(path);
      if (file === undefined) return [];
      const removed = removal.clear(file.fileId);
      removal.tidy(removed);
      clearRow.run(file.fileId);
      return removed.chunkIds;
    }),
  );
  const mark = (one: FileMark): void => {
    switch (one.kind) {
      case 'new':
        markPending.run({ ...one.stat, sourceId: one.sourceId, path: one.path });
        return;
      case 'pending':
        markPending.run({ ...one.stat, sourceId: one.sourceId, path: one.path });
        places.show(one.path);
        return;
      case 'same':
        touch.run({ ...one.stat, path: one.path });
        places.show(one.path);
        return;
      case 'again':
        markAgain.run(one.path);
        forgetPortions.run(one.path);
        return;
      case 'gone':
        removeUnread.run(one.path);
        markMissing.run(new Date(steadyNow()).toISOString(), one.path);
        places.hide(one.path);
    }
  };
  const markAll = db.transaction((marks: readonly FileMark[]) => marks.forEach(mark));
  const replaceAll = (writes: readonly FileWrite[]): void => {
    const { added, removed } = writer.replace(writes);
    changes.tell({ type: 'chunks-removed', chunkIds: removed });
    changes.tell({ type: 'chunks-added', chunkIds: added });
  };

  return {
    get: (path) => byPath.get(path),
    list: (sourceId) => bySource.all(sourceId),
    hasBetween: (first, last) => between.get(first, last) !== undefined,
    after(sourceId, path, limit) {
      const root = rootOf.get(sourceId);
      if (root === undefined) return [];
      return afterPath.all({ next: `${path}\0`, root, end: endBelow(root), sourceId, limit });
    },
    missing: (sourceId, limit) => missing.all(sourceId, limit),
    missingCount: (sourceId) => missingCount.get(sourceId) ?? 0,
    pending: (limit) => toRead.all(limit),
    byContent: (contentHash) => byContent.all({ hash: Buffer.from(contentHash, 'hex') }),
    markPending: (sourceId, path, stat) => markAll.immediate([{ kind: 'pending', sourceId, path, stat }]),
    touch: (path, stat) => markAll.immediate([{ kind: 'same', path, stat }]),
    markAll: (marks) => markAll.immediate(marks),
    markMissing: (path) => markAll.immediate([{ kind: 'gone', path }]),
    move(from, to, stat, sourceId) {
      const chunkIds = moveFile.immediate(from, to, stat, sourceId);
      changes.tell({ type: 'chunks-removed', chunkIds });
    },
    handOver: (from, to, limit) => handOver.run(to, from, limit).changes,
    remove(path) {
      const { chunkIds } = removeFile.immediate(path);
      changes.tell({ type: 'chunks-removed', chunkIds });
    },
    removeAll(paths) {
      const { documents, chunkIds } = removeFiles.immediate(paths);
      changes.tell({ type: 'chunks-removed', chunkIds });
      return documents;
    },
    clearAll(paths) {
      const chunkIds = clearFiles.immediate(paths);
      changes.tell({ type: 'chunks-removed', chunkIds });
    },
    replace: (write) => replaceAll([write]),
    replaceAll,
    ...ledger,
  };
}
