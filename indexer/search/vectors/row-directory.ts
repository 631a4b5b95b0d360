import { createChunkRows } from './chunk-rows.ts';

/** The documents whose rows may be found: all, or the given ones. The same array is taken to hold the same ones. */
export type AllowedDocuments = readonly number[] | null;

/** What is known of a row beside its vector. */
export interface RowFacts {
  readonly chunkId: number;
  readonly documentId: number;
  /** Chunks next to each other with the same number, other than 0, are messages of one conversation. */
  readonly conversation: number;
  readonly embeddingId: number;
}

/** Rows that a filter lets through. */
export interface AllowedRows {
  /** Pairs: a first row, and the row after the last. Each range is as long as can be. */
  readonly ranges: Uint32Array;
  readonly count: number;
  has(row: number): boolean;
}

/** Rows by number, without gaps: the place of one that is removed is taken by the last. */
export interface RowDirectory {
  readonly size: number;
  /** -1 where the chunk has none. */
  rowOf(chunkId: number): number;
  /** The row of the chunk `offset` after this one, where both are of one conversation but of different messages; else -1. */
  neighbourOf(chunkId: number, offset: number): number;
  at(row: number): RowFacts;
  /** Writes the row of a chunk that is known, or a new one; returns its number. */
  put(facts: RowFacts): number;
  /** Returns the last row's number before, which may be `row` itself. */
  remove(row: number): number;
  allowed(documents: AllowedDocuments): AllowedRows;
}

const firstCapacity = 1024;

// Ids stay below 2^32: SQLite gives them out one by one.
type Column = Uint32Array<ArrayBuffer>;

export function createRowDirectory(): RowDirectory {
  const rows = createChunkRows();
  let size = 0;
  let chunkIds: Column = new Uint32Array(firstCapacity);
  let documentIds: Column = new Uint32Array(firstCapacity);
  let conversations: Column = new Uint32Array(firstCapacity);
  let embeddingIds: Column = new Uint32Array(firstCapacity);
  /** The rows of the last filter, until a row comes or goes: who narrows a question asks again. */
  let last: { readonly documents: readonly number[]; readonly rows: AllowedRows } | null = null;

  const grow = (): void => {
    const capacity = Math.ceil(chunkIds.length * 1.5);
    chunkIds = enlarged(chunkIds, capacity);
    documentIds = enlarged(documentIds, capacity);
    conversations = enlarged(conversations, capacity);
    embeddingIds = enlarged(embeddingIds, capacity);
  };
  const write = (row: number, { chunkId, documentId, conversation, embeddingId }: RowFacts): void => {
    chunkIds[row] = chunkId;
    documentIds[row] = documentId;
    last = null;
    conversations[row] = conversation;
    embeddingIds[row] = embeddingId;
    rows.set(chunkId, row);
  };
  const at = (row: number): RowFacts => ({
    chunkId: chunkIds[row] ?? 0,
    documentId: documentIds[row] ?? 0,
    conversation: conversations[row] ?? 0,
    embeddingId: embeddingIds[row] ?? 0,
  });

  return {
    get size() {
      return size;
    },
    rowOf: rows.rowOf,
    neighbourOf(chunkId, offset) {
      const row = rows.rowOf(chunkId);
      if (row < 0 || conversations[row] === 0) return -1;
      const other = rows.rowOf(chunkId + offset);
      const isNeighbour =
        conversations[row] === conversations[other] && documentIds[row] !== documentIds[other];
      return isNeighbour ? other : -1;
    },
    at,
    put(facts) {
      const known = rows.rowOf(facts.chunkId);
      if (known >= 0) {
        write(known, facts);
        return known;
      }
      if (size === chunkIds.length) grow();
      write(size, facts);
      size += 1;
      return size - 1;
    },
    remove(row) {
      const end = size - 1;
      rows.delete(chunkIds[row] ?? 0);
      if (row !== end) write(row, at(end));
      size = end;
      last = null;
      return end;
    },
    allowed(documents) {
      if (documents === null) {
        return { ranges: Uint32Array.of(0, size), count: size, has: (row) => row < size };
      }
      if (last?.documents === documents) return last.rows;
      const isAllowed = tableOf(documents);
      const { ranges, count } = rangesOf(documentIds, size, isAllowed);
      const found: AllowedRows = { ranges, count, has: (row) => isAllowed[documentIds[row] ?? 0] === 1 };
      last = { documents, rows: found };
      return found;
    },
  };
}

/** A table over the ids: a set costs ten times as much for each row. */
function tableOf(documents: readonly number[]): Uint8Array {
  let most = 0;
  for (const documentId of documents) if (documentId > most) most = documentId;
  const table = new Uint8Array(most + 1);
  for (const documentId of documents) table[documentId] = 1;
  return table;
}

/** A document's rows mostly lie side by side, and so do those of a source or a kind: few ranges even of many rows. */
function rangesOf(
  documentIds: Column,
  size: number,
  isAllowed: Uint8Array,
): { ranges: Uint32Array; count: number } {
  let ranges: Column = new Uint32Array(256);
  let length = 0;
  let count = 0;
  let before = 0;
  for (let row = 0; row < size; row++) {
    const now = isAllowed[documentIds[row] ?? 0] ?? 0;
    count += now;
    if (now === before) continue;
    before = now;
    if (length + 2 > ranges.length) ranges = enlarged(ranges, ranges.length * 2);
    ranges[length++] = row;
  }
  if (before === 1) ranges[length++] = size;
  return { ranges: ranges.subarray(0, length), count };
}

function enlarged(values: Column, capacity: number): Column {
  const next = new Uint32Array(capacity);
  next.set(values);
  return next;
}
