import { bestRows } from './best-rows.ts';
import { createKernelMemory, multipleOf16 } from './kernel-memory.ts';
import { largestOf } from './query-values.ts';
import type { Int8Row } from './row-mean.ts';

/**
 * The signs of rows' vectors, seen from a centre: one bit a dimension. Rows whose signs differ least from a query's
 * are near it, so that few of a million need a closer look.
 */
export interface SignRows {
  /** f32 [dimensions]: what the signs are taken from. Setting it leaves the rows as they are until they are put again. */
  centre: Float32Array;
  put(row: number, values: Int8Row): void;
  move(from: number, to: number): void;
  /** Up to `limit` rows of the ranges (pairs: first, end) whose signs are most like those of `query`, in order of row. */
  nearest(query: Float32Array, ranges: Uint32Array, limit: number): Uint32Array;
  /**
   * The `limit` likeliest rows of the last `nearest`, by the query's components with the rows' signs: the signs alone
   * forget which of the query's components are large.
   */
  likeliest(query: Float32Array, limit: number): Uint32Array;
}

/** The most rows that `nearest` is asked for. */
export const nearestAtMost = 16_384;
// While a scan goes on it holds more rows than are wanted in the end.
const pairRoom = 4 * nearestAtMost;
const rangesAtOnce = 8_192;
// Six bits of each component of the query.
const planes = 6;
const planeRange = 31;

export function createSignRows(dimensions: number): SignRows {
  const width = multipleOf16(dimensions);
  const rowBytes = multipleOf16(Math.ceil(dimensions / 8));
  const memory = createKernelMemory(
    {
      query: rowBytes,
      planes: planes * rowBytes,
      centre: width * 4,
      values: width,
      distances: (dimensions + 1) * 4,
      ranges: rangesAtOnce * 8,
      pairs: pairRoom * 8,
      scores: nearestAtMost * 4,
    },
    rowBytes,
  );
  const { at, kernel } = memory;
  let centre = new Float32Array(dimensions);
  let found = 0;

  const writeSigns = (query: Float32Array): void => {
    const bits = memory.bytes(at.query, rowBytes);
    bits.fill(0);
    for (let d = 0; d < dimensions; d++)
      if ((query[d] ?? 0) > (centre[d] ?? 0)) bits[d >> 3] = (bits[d >> 3] ?? 0) | (1 << (d & 7));
  };
  const writePlanes = (query: Float32Array): void => {
    const seen = query.map((component, d) => component - (centre[d] ?? 0));
    const scale = largestOf(seen) / planeRange || 1;
    const bits = memory.bytes(at.planes, planes * rowBytes);
    bits.fill(0);
    for (let d = 0; d < dimensions; d++) {
      const value = Math.round((seen[d] ?? 0) / scale);
      for (let plane = 0; plane < planes; plane++) {
        const place = plane * rowBytes + (d >> 3);
        bits[place] = (bits[place] ?? 0) | (((value >> plane) & 1) << (d & 7));
      }
    }
  };

  return {
    get centre() {
      return centre;
    },
    set centre(next) {
      centre = Float32Array.from(next);
      memory.floats(at.centre, dimensions).set(centre);
    },
    put(row, { vector, scale }) {
      // The kernel looks at four at once.
      memory.ensure(row + 4);
      memory.bytes(at.values, dimensions).set(vector.subarray(0, dimensions));
      kernel.takeSigns(at.values, scale, at.centre, memory.row(row).byteOffset, width);
    },
    move: memory.moveRow,
    nearest(query, ranges, limit) {
      writeSigns(query);
      kernel.begin(Math.min(limit, nearestAtMost), dimensions, at.distances, at.pairs, pairRoom);
      for (let from = 0; from < ranges.length; from += 2 * rangesAtOnce) {
        const some = ranges.subarray(from, from + 2 * rangesAtOnce);
        memory.words(at.ranges, some.length).set(some);
        kernel.look(at.query, at.rows, rowBytes, at.ranges, some.length / 2);
      }
      found = kernel.finish();
      const pairs = memory.words(at.pairs, found * 2);
      const rows = new Uint32Array(found);
      for (let index = 0; index < found; index++) rows[index] = pairs[2 * index] ?? 0;
      return rows;
    },
    likeliest(query, limit) {
      writePlanes(query);
      kernel.weigh(at.planes, planes, at.rows, rowBytes, at.pairs, found, at.scores);
      const best = bestRows(memory.floats(at.scores, found), limit, Number.NEGATIVE_INFINITY);
      const pairs = memory.words(at.pairs, found * 2);
      return Uint32Array.from(best, (index) => pairs[2 * index] ?? 0);
    },
  };
}
