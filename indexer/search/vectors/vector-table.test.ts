import { expect, test } from 'vitest';
import { randomFrom } from '../../store/testing/random-from.ts';
import type { ReadEmbeddings } from './int8-rows.ts';
import { clusteredVectors, dot, rowOf } from './testing/clustered.ts';
import { createVectorTable, type TableLooks, type VectorRow, type VectorTable } from './vector-table.ts';

/** Small enough that signs choose among a few hundred rows. */
const fewLooks: TableLooks = { wholeUpTo: 64, shareInMemory: 1 / 15, fromLibrary: 120 };

function readFrom(stored: ReadonlyMap<number, VectorRow>): ReadEmbeddings {
  return (ids) =>
    ids.flatMap((id) => {
      const row = stored.get(id);
      return row === undefined ? [] : [row];
    });
}

/** A table beside the exact vectors that it should have. */
function checkedTable(dimensions: number, looks?: TableLooks) {
  const stored = new Map<number, VectorRow>();
  const exact = new Map<number, { vector: Float32Array; documentId: number }>();
  const table = createVectorTable(dimensions, readFrom(stored), looks);
  return {
    table,
    exact,
    add(chunkId: number, documentId: number, vector: Float32Array, conversation = 0): void {
      const row = rowOf(chunkId, documentId, vector, conversation);
      stored.set(chunkId, row);
      exact.set(chunkId, { vector, documentId });
      table.add(row);
    },
    remove(chunkId: number): void {
      table.remove(chunkId);
      exact.delete(chunkId);
    },
    free: (embeddingId: number) => stored.delete(embeddingId),
    /** Chunk ids, best first, by plain arithmetic. */
    best(query: Float32Array, documents: readonly number[] | null, limit: number): number[] {
      return [...exact]
        .filter(([, { documentId }]) => documents === null || documents.includes(documentId))
        .map(([chunkId, { vector }]) => ({ chunkId, cosine: dot(query, vector) }))
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, limit)
        .map(({ chunkId }) => chunkId);
    },
  };
}

function recentreAll(table: VectorTable): void {
  for (const _ of table.recentre(100));
}

/** 3,000 chunks of 10 documents. */
function filled(dimensions: number, looks?: TableLooks) {
  const checked = checkedTable(dimensions, looks);
  const next = clusteredVectors(dimensions, randomFrom(dimensions));
  for (let chunkId = 1; chunkId <= 3000; chunkId++) checked.add(chunkId, chunkId % 10, next());
  recentreAll(checked.table);
  return { ...checked, next };
}

const sizes = [384, 100, 768, 1024] as const;
const places = ['memory', 'library'] as const;

test.each(sizes)('the kernel agrees with plain arithmetic at %i dimensions', (dimensions) => {
  const { table, exact, best, next } = filled(dimensions);
  const query = next();
  const scores = table.scan(query, null);
  for (const [chunkId, { vector }] of exact)
    expect(scores.cosineOf(chunkId)).toBeCloseTo(dot(query, vector), 2);
  const all = [...exact.values()].reduce((sum, { vector }) => sum + dot(query, vector), 0);
  expect(scores.mean).toBeCloseTo(all / exact.size, 3);
  const found = scores.best(20);
  const expected = new Set(best(query, null, 20));
  expect(found.filter(({ chunkId }) => expected.has(chunkId)).length).toBeGreaterThanOrEqual(18);
  expect(found.map((one) => one.cosine)).toEqual(found.map((one) => one.cosine).toSorted((a, b) => b - a));
});

test.each(sizes.flatMap((size) => places.map((place) => [size, place] as const)))(
  'signs of %i dimensions choose the rows worth a look, from %s',
  (dimensions, place) => {
    const { table, best, next } = filled(dimensions, fewLooks);
    if (place === 'library') table.leaveMemory();
    let right = 0;
    for (let query = 0; query < 20; query++) {
      const asked = next();
      const expected = new Set(best(asked, null, 10));
      right += table
        .scan(asked, null)
        .best(10)
        .filter(({ chunkId }) => expected.has(chunkId)).length;
    }
    expect(right / 200).toBeGreaterThan(0.9);
  },
);

test.each(places)('only rows of the allowed documents are found, from %s', (place) => {
  const { table, best, next } = filled(64, fewLooks);
  if (place === 'library') table.leaveMemory();
  const query = next();
  const scores = table.scan(query, [3]);
  const found = scores.best(100);
  expect(new Set(found.map(({ documentId }) => documentId))).toEqual(new Set([3]));
  expect(found[0]?.chunkId).toBe(best(query, [3], 1)[0]);
  expect(scores.cosineOf(1)).toBeUndefined();
  expect(scores.cosineOf(13)).toBeDefined();
  expect(table.scan(query, []).best(10)).toEqual([]);
  expect(table.scan(query, [77]).best(10)).toEqual([]);
});

test('a filter that leaves few rows has each of them looked at', () => {
  const { table, best, next, exact } = filled(384, fewLooks);
  const few = [...exact.keys()].slice(0, 40);
  for (const chunkId of few)
    exact.set(chunkId, { vector: exact.get(chunkId)?.vector ?? next(), documentId: 99 });
  for (const chunkId of few) table.add(rowOf(chunkId, 99, exact.get(chunkId)?.vector ?? next()));
  table.leaveMemory();
  const query = next();
  expect(
    table
      .scan(query, [99])
      .best(40)
      .map(({ chunkId }) => chunkId)
      .slice(0, 5),
  ).toEqual(best(query, [99], 5));
  expect(table.scan(query, [99]).best(100)).toHaveLength(40);
});

test('of rows with the same signs no more are taken than are wanted, and none twice', () => {
  const { table, add } = checkedTable(32, { wholeUpTo: 0, shareInMemory: 1 / 2000, fromLibrary: 50 });
  const next = clusteredVectors(32, randomFrom(5));
  const same = next();
  for (let chunkId = 1; chunkId <= 100_000; chunkId++)
    add(chunkId, 1, chunkId % 50_000 === 0 ? next() : same);
  const found = table.scan(same, null).best(12);
  expect(found).toHaveLength(12);
  expect(new Set(found.map(({ chunkId }) => chunkId)).size).toBe(12);
  for (const { cosine } of found) expect(cosine).toBeCloseTo(1, 2);
});

test('neighbours are messages of the same conversation and not of the same message', () => {
  const { table, add } = checkedTable(16);
  const next = clusteredVectors(16, randomFrom(9));
  const vectors = [next(), next(), next(), next()];
  const documents = [1, 1, 2, 3];
  for (const [index, vector] of vectors.entries())
    add(index + 1, documents[index] ?? 0, vector, index === 3 ? 0 : 7);
  const scores = table.scan(vectors[2] ?? next(), null);
  expect(scores.neighbourOf(2, 1)).toBeCloseTo(1, 2);
  expect(scores.neighbourOf(1, 1)).toBeUndefined();
  expect(scores.neighbourOf(3, 1)).toBeUndefined();
  expect(scores.neighbourOf(3, 40)).toBeUndefined();
  expect(table.scan(next(), [1]).neighbourOf(2, 1)).toBeUndefined();
});

test.each([1, 2, 3, 4])('whatever comes and goes, the table has the vectors that are there (%i)', (seed) => {
  const random = randomFrom(seed);
  const upTo = (most: number): number => Math.floor(random() * most);
  const checked = checkedTable(48, fewLooks);
  const { table, exact } = checked;
  const next = clusteredVectors(48, random);
  let last = 0;
  let right = 0;
  let asked = 0;
  let recentring: Iterator<void> | null = null;
  for (let turn = 0; turn < 4000; turn++) {
    const chance = random();
    const known = [...exact.keys()];
    if (chance < 0.6 || known.length < 50) checked.add(++last, 1 + upTo(30), next());
    else if (chance < 0.8) checked.remove(known[upTo(known.length)] ?? 0);
    else if (chance < 0.85) checked.add(known[upTo(known.length)] ?? 0, 1 + upTo(30), next());
    if (turn % 300 === 0) recentring = table.recentre(40)[Symbol.iterator]();
    if (turn % 10 === 0 && recentring?.next().done) recentring = null;
    if (turn === 2500) table.leaveMemory();
    if (turn % 40 !== 39) continue;
    expect(table.size).toBe(exact.size);
    const query = next();
    const documents = upTo(2) === 0 ? null : Array.from({ length: 1 + upTo(20) }, () => 1 + upTo(30));
    const scores = table.scan(query, documents);
    const found = scores.best(10);
    const expected = checked.best(query, documents, 10);
    expect(found).toHaveLength(expected.length);
    for (const { chunkId, documentId, cosine } of found) {
      expect(documents === null || documents.includes(documentId)).toBe(true);
      expect(exact.get(chunkId)?.documentId).toBe(documentId);
      expect(cosine).toBeCloseTo(dot(query, exact.get(chunkId)?.vector ?? query), 1.5);
    }
    right += found.filter(({ chunkId }) => expected.includes(chunkId)).length;
    asked += expected.length;
    const chunkId = known[upTo(known.length)] ?? 0;
    const one = exact.get(chunkId);
    const isAllowed = one !== undefined && (documents === null || documents.includes(one.documentId));
    if (isAllowed) expect(scores.cosineOf(chunkId)).toBeCloseTo(dot(query, one.vector), 1.5);
    else expect(scores.cosineOf(chunkId)).toBeUndefined();
  }
  expect(right / asked).toBeGreaterThan(0.85);
  const query = next();
  const all = [...exact.values()].reduce((sum, { vector }) => sum + dot(query, vector), 0);
  expect(table.scan(query, null).mean).toBeCloseTo(all / exact.size, 2);
});

test('an embedding that was freed while it was looked for is passed over', () => {
  const { table, free, best, next } = filled(64, fewLooks);
  table.leaveMemory();
  const query = next();
  const [first] = best(query, null, 1);
  free(first ?? 0);
  const scores = table.scan(query, null);
  expect(scores.best(10)).toHaveLength(10);
  expect(scores.best(10).map(({ chunkId }) => chunkId)).not.toContain(first);
  expect(scores.cosineOf(first ?? 0)).toBeUndefined();
  table.remove(first ?? 0);
  expect(table.size).toBe(2999);
});

test('a mean that went away from where signs are taken is told', () => {
  const { table, add } = filled(64, fewLooks);
  expect(table.drift()).toBeLessThan(0.05);
  const elsewhere = clusteredVectors(64, randomFrom(77));
  for (let chunkId = 5001; chunkId <= 9000; chunkId++)
    add(
      chunkId,
      1,
      elsewhere().map((c) => -c),
    );
  expect(table.drift()).toBeGreaterThan(0.2);
  recentreAll(table);
  expect(table.drift()).toBeLessThan(0.05);
});
