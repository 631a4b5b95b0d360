import { createKernelMemory, multipleOf16 } from './kernel-memory.ts';
import { writeQuery } from './query-values.ts';
import type { Int8Row } from './row-mean.ts';

/** Rows that the kernel compares at once. */
export const dotsAtOnce = 4096;

/** Int8 rows in a kernel's memory, and their dot products with a query. */
export interface RowDots {
  put(row: number, values: Int8Row): void;
  move(from: number, to: number): void;
  read(row: number): Int8Row;
  /** Sets the vector that rows are compared with. */
  ask(query: Float32Array): void;
  /** Writes the dot product of each row, of which there are at most `dotsAtOnce`, to `into`. */
  dots(rows: Uint32Array, into: Float32Array): void;
}

/** A row takes `dimensions` bytes, up to the next 16, and 16 for its scale. */
export function createRowDots(dimensions: number): RowDots {
  const width = multipleOf16(dimensions);
  const memory = createKernelMemory(
    { query: width * 2, list: dotsAtOnce * 4, scores: dotsAtOnce * 4 },
    width + 16,
  );
  const { at, kernel, rowBytes } = memory;
  let queryScale = 1;
  return {
    put(row, { vector, scale }) {
      memory.ensure(row + 1);
      const bytes = memory.row(row);
      bytes.fill(0);
      bytes.set(vector.subarray(0, dimensions));
      memory.floats(bytes.byteOffset + width, 1)[0] = scale;
    },
    move: memory.moveRow,
    read(row) {
      const bytes = memory.row(row);
      const scale = memory.floats(bytes.byteOffset + width, 1)[0] ?? 0;
      return { vector: bytes.slice(0, dimensions), scale };
    },
    ask(query) {
      queryScale = writeQuery(memory.shorts(at.query, width), query);
    },
    dots(rows, into) {
      memory.words(at.list, rows.length).set(rows);
      kernel.dots(at.query, at.rows, rowBytes, width, at.list, rows.length, at.scores);
      const scores = memory.floats(at.scores, rows.length);
      for (let index = 0; index < rows.length; index++) into[index] = (scores[index] ?? 0) * queryScale;
    },
  };
}
