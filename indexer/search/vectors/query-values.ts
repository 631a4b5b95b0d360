// |query| * |row| * dimensions stays in 32 bits up to 16,000 dimensions.
const queryRange = 1023;

/** Writes a query as whole numbers; returns the scale: the query is `written * scale`. */
export function writeQuery(target: Int16Array, query: Float32Array): number {
  const scale = largestOf(query) / queryRange || 1;
  target.fill(0);
  for (let index = 0; index < query.length; index++) target[index] = Math.round((query[index] ?? 0) / scale);
  return scale;
}

export function largestOf(vector: Float32Array): number {
  let largest = 0;
  for (const component of vector) largest = Math.max(largest, Math.abs(component));
  return largest;
}
