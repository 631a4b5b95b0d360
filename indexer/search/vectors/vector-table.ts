import { bestRows } from './best-rows.ts';
import { createMemoryRows, createStoredRows, type ReadEmbeddings } from './int8-rows.ts';
import {
  type AllowedDocuments,
  type AllowedRows,
  createRowDirectory,
  type RowFacts,
} from './row-directory.ts';
import { createRowMean, type Int8Row } from './row-mean.ts';
import { createRowScores } from './row-scores.ts';
import { createSignRows, nearestAtMost } from './sign-rows.ts';

/** One chunk's embedding. */
export type VectorRow = RowFacts & Int8Row;

/** The embeddings of one model, of whatever number: their signs in memory, and their int8 rows there or in the library. */
export interface VectorTable {
  readonly size: number;
  /** Whether the int8 rows are in memory. */
  readonly isInMemory: boolean;
  /** How far the mean has gone from where the signs are taken, as a share of how far rows lie from it. */
  drift(): number;
  add(row: VectorRow): void;
  remove(chunkId: number): void;
  has(chunkId: number): boolean;
  /** Takes signs from the mean that the rows have now: those of `rows` rows with every step, until all are. */
  recentre(rows: number): Iterable<void>;
  /** Gives up the int8 rows in memory: from now on they are read. */
  leaveMemory(): void;
  /** Scores every allowed row against a unit vector. The result is valid until the table is used again. */
  scan(query: Float32Array, allowed: AllowedDocuments): VectorScores;
}

export interface ScoredChunk {
  readonly chunkId: number;
  readonly documentId: number;
  readonly cosine: number;
}

/** Cosines of one scan, each of an int8 row. */
export interface VectorScores {
  /** The mean cosine of all rows, also of those not allowed: what a text has that is not about the query. */
  readonly mean: number;
  /** The best `limit` allowed chunks, best first: all but a few of them where there are too many for a look at each. */
  best(limit: number): ScoredChunk[];
  /**
   * Looks at chunks and their neighbours at the offsets together, before they are asked for one by one: rows that are
   * not in memory are read in half the time.
   */
  look(chunkIds: readonly number[], offsets: readonly number[]): void;
  /** undefined where the chunk has no embedding or was not allowed. */
  cosineOf(chunkId: number): number | undefined;
  /**
   * The cosine of the chunk `offset` after this one (before where negative), where both are of one conversation but of
   * different messages; else undefined.
   */
  neighbourOf(chunkId: number, offset: number): number | undefined;
}

/** How many int8 rows are compared for a query; of more than that, signs say which. */
export interface TableLooks {
  /** Up to so many rows in memory all are compared. */
  readonly wholeUpTo: number;
  /** The share of more rows in memory that is compared after a look at the signs of all. */
  readonly shareInMemory: number;
  /** Rows that are read from the library, at least. */
  readonly fromLibrary: number;
}

/**
 * Rows in memory take a third of a millisecond for 10,000 side by side, but .2 µs each here and there, and those read
 * from the library 5 µs. There they are chosen in two looks: the signs alone choose 16,384, and the query's own
 * components of those 800.
 */
const usualLooks: TableLooks = { wholeUpTo: 16_384, shareInMemory: 1 / 40, fromLibrary: 800 };
/** A chunk that has left the library while it was looked for. */
const noCosine = -1e30;

/** A table in memory. `readEmbeddings` is asked once it has left it. */
export function createVectorTable(
  dimensions: number,
  readEmbeddings: ReadEmbeddings,
  looks = usualLooks,
): VectorTable {
  const directory = createRowDirectory();
  const mean = createRowMean(dimensions);
  const signs = createSignRows(dimensions);
  const known = createRowScores();
  let rows = createMemoryRows(dimensions);
  let isInMemory = true;

  /** The rows worth a look at their int8 vectors for the best `limit`. */
  const pick = (query: Float32Array, { ranges, count }: AllowedRows, limit: number): Uint32Array => {
    if (isInMemory) {
      if (count <= looks.wholeUpTo) return rowsIn(ranges, count);
      return signs.nearest(query, ranges, Math.max(Math.ceil(count * looks.shareInMemory), 4 * limit));
    }
    const most = Math.max(looks.fromLibrary, 2 * limit);
    if (count <= most) return rowsIn(ranges, count);
    const near = signs.nearest(query, ranges, nearestAtMost);
    return near.length <= most ? near : signs.likeliest(query, most);
  };

  return {
    get size() {
      return directory.size;
    },
    get isInMemory() {
      return isInMemory;
    },
    drift: () => distance(mean.mean(), signs.centre) / spreadAround(mean.mean()),
    has: (chunkId) => directory.rowOf(chunkId) >= 0,
    add(added) {
      const known = directory.rowOf(added.chunkId);
      if (known >= 0) mean.remove(rows.read(known));
      const row = directory.put(added);
      mean.add(added);
      signs.put(row, added);
      rows.put(row, added);
    },
    remove(chunkId) {
      const row = directory.rowOf(chunkId);
      if (row < 0) return;
      mean.remove(rows.read(row));
      const last = directory.remove(row);
      if (last === row) return;
      signs.move(last, row);
      rows.move(last, row);
    },
    *recentre(count) {
      signs.centre = mean.mean();
      // From the last on: a row that takes the place of a removed one meanwhile comes from there.
      for (let row = directory.size - 1, left = count; row >= 0; row--, left--) {
        if (left === 0) {
          yield;
          left = count;
          if (row >= directory.size) continue;
        }
        const values = rows.read(row);
        if (values !== null) signs.put(row, values);
      }
    },
    leaveMemory() {
      rows = createStoredRows(dimensions, (row) => directory.at(row).embeddingId, readEmbeddings);
      isInMemory = false;
    },
    scan(query, documents) {
      const allowed = directory.allowed(documents);
      known.begin(directory.size);
      rows.ask(query);
      const cosinesOf = (picked: Uint32Array): Float32Array => {
        const cosines = rows.dots(picked);
        for (let index = 0; index < picked.length; index++)
          known.set(picked[index] ?? 0, cosines[index] ?? noCosine);
        return cosines;
      };
      const cosineAt = (row: number): number | undefined => {
        if (row < 0 || !allowed.has(row)) return undefined;
        const cosine = known.get(row) ?? cosinesOf(Uint32Array.of(row))[0] ?? noCosine;
        return cosine <= noCosine ? undefined : cosine;
      };
      return {
        mean: mean.dot(query),
        best(limit) {
          const picked = pick(query, allowed, limit);
          const cosines = cosinesOf(picked);
          return bestRows(cosines, limit, noCosine).map((index) => {
            const { chunkId, documentId } = directory.at(picked[index] ?? 0);
            return { chunkId, documentId, cosine: cosines[index] ?? 0 };
          });
        },
        look(chunkIds, offsets) {
          const unknown = new Set<number>();
          const want = (row: number): void => {
            if (row >= 0 && allowed.has(row) && known.get(row) === undefined) unknown.add(row);
          };
          for (const chunkId of chunkIds) {
            want(directory.rowOf(chunkId));
            for (const offset of offsets) want(directory.neighbourOf(chunkId, offset));
          }
          cosinesOf(Uint32Array.from(unknown));
        },
        cosineOf: (chunkId) => cosineAt(directory.rowOf(chunkId)),
        neighbourOf: (chunkId, offset) => cosineAt(directory.neighbourOf(chunkId, offset)),
      };
    },
  };
}

function rowsIn(ranges: Uint32Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  let length = 0;
  for (let at = 0; at < ranges.length; at += 2)
    for (let row = ranges[at] ?? 0; row < (ranges[at + 1] ?? 0); row++) rows[length++] = row;
  return rows;
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, component, index) => sum + (component - (b[index] ?? 0)) ** 2, 0));
}

/** How far unit vectors lie from their mean, root mean square: their squares are 1, and the mean's is the rest. */
function spreadAround(mean: Float32Array): number {
  return Math.sqrt(Math.max(1e-6, 1 - mean.reduce((sum, component) => sum + component * component, 0)));
}
