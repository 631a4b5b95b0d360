import { createRowDots, dotsAtOnce } from './row-dots.ts';
import type { Int8Row } from './row-mean.ts';

/** Reads embeddings of the library, in any order; those that are no longer there are left out. */
export type ReadEmbeddings = (
  embeddingIds: readonly number[],
) => Iterable<Int8Row & { readonly embeddingId: number }>;

/** Where a table has the vectors of its rows: in memory, or read when they are asked for. */
export interface Int8Rows {
  put(row: number, values: Int8Row): void;
  move(from: number, to: number): void;
  /** A row's vector; null where it can no longer be read. */
  read(row: number): Int8Row | null;
  /** Sets the vector that rows are compared with. */
  ask(query: Float32Array): void;
  /** The dot products of these rows with the query; minus infinity where a row can no longer be read. */
  dots(rows: Uint32Array): Float32Array;
}

/** All rows in memory: 400 bytes each at 384 dimensions. */
export function createMemoryRows(dimensions: number): Int8Rows {
  const { put, move, read, ask, dots } = createRowDots(dimensions);
  return {
    ...{ put, move, read, ask },
    dots(rows) {
      const scores = new Float32Array(rows.length);
      for (let from = 0; from < rows.length; from += dotsAtOnce)
        dots(rows.subarray(from, from + dotsAtOnce), scores.subarray(from));
      return scores;
    },
  };
}

/** No row in memory: each is read from the library when it is compared. */
export function createStoredRows(
  dimensions: number,
  embeddingIdOf: (row: number) => number,
  readEmbeddings: ReadEmbeddings,
): Int8Rows {
  const { put, ask, dots } = createRowDots(dimensions);
  const places = Uint32Array.from({ length: dotsAtOnce }, (_, place) => place);
  const compared = new Float32Array(dotsAtOnce);
  /** Dot products by embedding. */
  const dotsOf = (embeddingIds: readonly number[]): Map<number, number> => {
    const found: number[] = [];
    for (const { embeddingId, ...values } of readEmbeddings(embeddingIds)) {
      put(found.length, values);
      found.push(embeddingId);
    }
    dots(places.subarray(0, found.length), compared);
    return new Map(found.map((embeddingId, place) => [embeddingId, compared[place] ?? 0]));
  };
  return {
    ...{ put: () => undefined, move: () => undefined, ask },
    read(row) {
      const [values] = readEmbeddings([embeddingIdOf(row)]);
      return values ?? null;
    },
    dots(rows) {
      const scores = new Float32Array(rows.length);
      for (let from = 0; from < rows.length; from += dotsAtOnce) {
        const embeddingIds = Array.from(rows.subarray(from, from + dotsAtOnce), embeddingIdOf);
        // Equal texts share one. In the order they lie in, each page of the library is read once.
        const found = dotsOf([...new Set(embeddingIds)].sort((a, b) => a - b));
        for (const [index, embeddingId] of embeddingIds.entries())
          scores[from + index] = found.get(embeddingId) ?? Number.NEGATIVE_INFINITY;
      }
      return scores;
    },
  };
}
