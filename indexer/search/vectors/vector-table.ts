import { bestRows } from './best-rows.ts';
import { instantiateKernel } from './kernel.ts';

/** The rows a scan may score: those of all documents, or of the given ones. */
export type AllowedDocuments = readonly number[] | null;

/** One chunk's embedding: the vector is `values * scale`. */
export interface VectorRow {
  readonly chunkId: number;
  readonly documentId: number;
  /** Chunks next to each other with the same number, other than 0, are messages of one conversation. */
  readonly conversation: number;
  /** One byte a dimension, two's complement. */
  readonly vector: Uint8Array;
  readonly scale: number;
}

/** The embeddings of one model in memory: int8 rows that the kernel scans whole. */
export interface VectorTable {
  readonly size: number;
  add(row: VectorRow): void;
  remove(chunkId: number): void;
  has(chunkId: number): boolean;
  /** Scores every allowed row against a unit vector. The result is valid until the table is used again. */
  scan(query: Float32Array, allowed: AllowedDocuments): VectorScores;
}

export interface ScoredChunk {
  readonly chunkId: number;
  readonly documentId: number;
  readonly cosine: number;
}

/** Cosines of one scan. */
export interface VectorScores {
  /** The mean cosine of all rows, also of those not allowed: what a text has that is not about the query. */
  readonly mean: number;
  /** The best `limit` allowed chunks, best first. */
  best(limit: number): ScoredChunk[];
  /** undefined where the chunk has no embedding or was not allowed. */
  cosineOf(chunkId: number): number | undefined;
  /**
   * The cosine of the chunk `offset` after this one (before where negative), where both are of one conversation but of
   * different messages; else undefined.
   */
  neighbourOf(chunkId: number, offset: number): number | undefined;
}

// |query| * |row| * dimensions stays in 32 bits up to 16,000 dimensions.
const queryRange = 1023;
// What the kernel writes for a row that is not allowed is far below; a cosine is never.
const noCosine = -1e30;
const pageBytes = 65_536;
const firstCapacity = 1024;

/** Where each array lies in the kernel's memory, in bytes. The query is at 0. */
interface Layout {
  readonly capacity: number;
  readonly scales: number;
  readonly scores: number;
  readonly allowed: number;
  readonly rows: number;
  readonly bytes: number;
}

function layOut(width: number, capacity: number): Layout {
  const scales = align(width * 2);
  const scores = align(scales + capacity * 4);
  const allowed = align(scores + capacity * 4);
  const rows = align(allowed + capacity);
  return { capacity, scales, scores, allowed, rows, bytes: rows + capacity * width };
}

function align(address: number): number {
  return Math.ceil(address / 16) * 16;
}

export function createVectorTable(dimensions: number): VectorTable {
  const width = align(dimensions);
  let layout = layOut(width, firstCapacity);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / pageBytes) });
  const kernel = instantiateKernel(memory);
  const rowOf = new Map<number, number>();
  /** The sum of all rows, by dimension. */
  const total = new Float64Array(width);
  let chunkIds = new Float64Array(firstCapacity);
  let documentIds = new Float64Array(firstCapacity);
  let conversations = new Float64Array(firstCapacity);

  const grow = (): void => {
    const next = layOut(width, Math.ceil(layout.capacity * 1.5));
    const missing = next.bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    // The scales begin at the same address; only the rows move.
    new Uint8Array(memory.buffer).copyWithin(next.rows, layout.rows, layout.rows + rowOf.size * width);
    chunkIds = enlarged(chunkIds, next.capacity);
    documentIds = enlarged(documentIds, next.capacity);
    conversations = enlarged(conversations, next.capacity);
    layout = next;
  };
  const put = (row: number, { chunkId, documentId, conversation, vector, scale }: VectorRow): void => {
    const bytes = new Uint8Array(memory.buffer, layout.rows + row * width, width);
    bytes.fill(0);
    bytes.set(vector.subarray(0, width));
    new Float32Array(memory.buffer, layout.scales)[row] = scale;
    chunkIds[row] = chunkId;
    documentIds[row] = documentId;
    conversations[row] = conversation;
    rowOf.set(chunkId, row);
  };
  const count = ({ vector, scale }: VectorRow, times: 1 | -1): void => {
    const values = new Int8Array(vector.buffer, vector.byteOffset, Math.min(vector.length, width));
    for (let index = 0; index < values.length; index++) {
      total[index] = (total[index] ?? 0) + times * scale * (values[index] ?? 0);
    }
  };
  const rowAt = (row: number): VectorRow => ({
    chunkId: chunkIds[row] ?? 0,
    documentId: documentIds[row] ?? 0,
    conversation: conversations[row] ?? 0,
    vector: new Uint8Array(memory.buffer, layout.rows + row * width, width).slice(),
    scale: new Float32Array(memory.buffer, layout.scales)[row] ?? 0,
  });

  return {
    get size() {
      return rowOf.size;
    },
    has: (chunkId) => rowOf.has(chunkId),
    add(added) {
      const known = rowOf.get(added.chunkId);
      if (known !== undefined) count(rowAt(known), -1);
      else if (rowOf.size === layout.capacity) grow();
      count(added, 1);
      put(known ?? rowOf.size, added);
    },
    remove(chunkId) {
      const row = rowOf.get(chunkId);
      if (row === undefined) return;
      count(rowAt(row), -1);
      const last = rowOf.size - 1;
      if (row !== last) put(row, rowAt(last));
      rowOf.delete(chunkId);
    },
    scan(query, allowed) {
      const size = rowOf.size;
      const { scales, scores, rows } = layout;
      const queryScale = writeQuery(new Int16Array(memory.buffer, 0, width), query);
      writeAllowed(new Uint8Array(memory.buffer, layout.allowed, size), documentIds, allowed);
      kernel.scan(0, rows, scales, layout.allowed, scores, size, width);
      const dots = new Float32Array(memory.buffer, scores, size);
      const cosineOf = (chunkId: number): number | undefined => {
        const dot = dots[rowOf.get(chunkId) ?? -1];
        return dot === undefined || dot <= noCosine ? undefined : dot * queryScale;
      };
      const sum = query.reduce((dot, component, index) => dot + component * (total[index] ?? 0), 0);
      return {
        mean: size === 0 ? 0 : sum / size,
        best: (limit) =>
          bestRows(dots, limit, noCosine).map((row) => ({
            chunkId: chunkIds[row] ?? 0,
            documentId: documentIds[row] ?? 0,
            cosine: (dots[row] ?? 0) * queryScale,
          })),
        cosineOf,
        neighbourOf(chunkId, offset) {
          const row = rowOf.get(chunkId) ?? -1;
          const other = rowOf.get(chunkId + offset) ?? -1;
          const isNeighbour = conversations[row] === conversations[other] && (conversations[row] ?? 0) !== 0;
          return isNeighbour && documentIds[row] !== documentIds[other]
            ? cosineOf(chunkId + offset)
            : undefined;
        },
      };
    },
  };
}

/** Returns the scale: the query is `written * scale`. */
function writeQuery(target: Int16Array, query: Float32Array): number {
  let largest = 0;
  for (const component of query) largest = Math.max(largest, Math.abs(component));
  const scale = largest === 0 ? 1 : largest / queryRange;
  target.fill(0);
  for (let index = 0; index < query.length; index++) target[index] = Math.round((query[index] ?? 0) / scale);
  return scale;
}

function writeAllowed(target: Uint8Array, documentIds: Float64Array, allowed: AllowedDocuments): void {
  if (allowed === null) {
    target.fill(1);
    return;
  }
  // A table over the ids: a set costs ten times as much for each row.
  const isAllowed = new Uint8Array(allowed.reduce((most, id) => Math.max(most, id), 0) + 1);
  for (const documentId of allowed) isAllowed[documentId] = 1;
  for (let row = 0; row < target.length; row++) target[row] = isAllowed[documentIds[row] ?? 0] ?? 0;
}

function enlarged(values: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(capacity);
  next.set(values);
  return next;
}
