import { expect, test } from 'vitest';
import { toInt8 } from '../../store/int8.ts';
import { createVectorTable, type VectorTable } from './vector-table.ts';

function randomUnit(dimensions: number, seed: number): Float32Array {
  let state = seed * 2654435761 + 1;
  const vector = Float32Array.from({ length: dimensions }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
  const length = Math.hypot(...vector);
  return vector.map((component) => component / length);
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, component, index) => sum + component * (b[index] ?? 0), 0);
}

function filled(dimensions: number, count: number): { table: VectorTable; vectors: Float32Array[] } {
  const table = createVectorTable(dimensions);
  const vectors = Array.from({ length: count }, (_, index) => randomUnit(dimensions, index + 1));
  for (const [index, vector] of vectors.entries()) {
    const { values, scale } = toInt8(vector);
    table.add({
      chunkId: index + 1,
      documentId: index % 10,
      conversation: 0,
      vector: new Uint8Array(values.buffer),
      scale,
    });
  }
  return { table, vectors };
}

test.each([384, 100, 768])('the kernel agrees with plain arithmetic at %i dimensions', (dimensions) => {
  const { table, vectors } = filled(dimensions, 3000);
  const query = randomUnit(dimensions, 99_999);
  const scores = table.scan(query, null);
  for (const [index, vector] of vectors.entries()) {
    expect(scores.cosineOf(index + 1)).toBeCloseTo(cosine(query, vector), 2);
  }
  const all = vectors.reduce((sum, vector) => sum + cosine(query, vector), 0);
  expect(scores.mean).toBeCloseTo(all / vectors.length, 3);
  const best = scores.best(20);
  const expected = vectors
    .map((vector, index) => ({ chunkId: index + 1, cosine: cosine(query, vector) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, 20);
  const found = best.filter(({ chunkId }) => expected.some((one) => one.chunkId === chunkId));
  expect(found.length).toBeGreaterThanOrEqual(18);
  expect(best.map((one) => one.cosine)).toEqual(best.map((one) => one.cosine).toSorted((a, b) => b - a));
});

test('only rows of the allowed documents are scored', () => {
  const { table } = filled(64, 500);
  const scores = table.scan(randomUnit(64, 7), [3]);
  const best = scores.best(400);
  expect(best).toHaveLength(50);
  expect(new Set(best.map(({ documentId }) => documentId))).toEqual(new Set([3]));
  expect(scores.cosineOf(1)).toBeUndefined();
  expect(table.scan(randomUnit(64, 7), []).best(10)).toEqual([]);
});

test('a removed row is found no more and the others keep their vectors', () => {
  const { table, vectors } = filled(64, 200);
  for (const chunkId of [1, 200, 57, 199]) table.remove(chunkId);
  table.remove(57);
  expect(table.size).toBe(196);
  const scores = table.scan(vectors[119] ?? new Float32Array(64), null);
  expect(scores.cosineOf(57)).toBeUndefined();
  expect(scores.best(1)).toMatchObject([{ chunkId: 120 }]);
  expect(scores.best(300)).toHaveLength(196);
  const left = vectors.filter((_, index) => ![1, 200, 57, 199].includes(index + 1));
  const sum = left.reduce((total, vector) => total + cosine(vectors[119] ?? vector, vector), 0);
  expect(scores.mean).toBeCloseTo(sum / 196, 3);
});
