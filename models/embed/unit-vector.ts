/** The vector scaled to length 1, so that a dot product is a cosine; a vector of zeros stays as it is. */
export function writeUnitVector(vector: readonly number[], target: Float32Array): void {
  const length = Math.hypot(...vector);
  for (let i = 0; i < target.length; i++) target[i] = length === 0 ? 0 : (vector[i] ?? 0) / length;
}
