/** An embedding: the vector is `values * scale`, one byte a dimension, two's complement. */
export interface Int8Row {
  readonly vector: Uint8Array;
  readonly scale: number;
}

/** The mean of the rows of a table, kept while they come and go. */
export interface RowMean {
  add(row: Int8Row): void;
  /** Takes a row out; null for one that can no longer be read: what is left keeps its mean. */
  remove(row: Int8Row | null): void;
  /** f32 [dimensions]. */
  mean(): Float32Array;
  /** The dot product of a vector with the mean. */
  dot(vector: Float32Array): number;
}

export function createRowMean(dimensions: number): RowMean {
  const total = new Float64Array(dimensions);
  let count = 0;
  const sum = ({ vector, scale }: Int8Row, times: 1 | -1): void => {
    const values = new Int8Array(vector.buffer, vector.byteOffset, Math.min(vector.length, dimensions));
    for (let index = 0; index < values.length; index++)
      total[index] = (total[index] ?? 0) + times * scale * (values[index] ?? 0);
  };
  const share = (): number => (count === 0 ? 0 : 1 / count);
  return {
    add(row) {
      count += 1;
      sum(row, 1);
    },
    remove(row) {
      if (row !== null) sum(row, -1);
      else
        for (let index = 0; index < dimensions; index++) total[index] = (total[index] ?? 0) * (1 - share());
      count -= 1;
      // What rounding left over would become the mean of what comes next.
      if (count === 0) total.fill(0);
    },
    mean: () => Float32Array.from(total, (component) => component * share()),
    dot(vector) {
      let dot = 0;
      for (let index = 0; index < dimensions; index++) dot += (vector[index] ?? 0) * (total[index] ?? 0);
      return dot * share();
    },
  };
}
