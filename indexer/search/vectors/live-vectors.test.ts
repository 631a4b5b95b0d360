import { setTimeout as rest } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Library } from '../../store/library.ts';
import { randomFrom } from '../../store/testing/random-from.ts';
import { fileWrite, freshLibrary, written } from '../../store/testing/written.ts';
import { createLiveVectors, type LiveVectors, type TableSizes } from './live-vectors.ts';
import { clusteredVectors, dot } from './testing/clustered.ts';

const dimensions = 48;
const model = 'model';

/** A library of short notes with the vectors that their texts were given, by text. */
function notes(seed: number) {
  const library = freshLibrary();
  const { sourceId } = library.sources.add('/notes', '1:1');
  const next = clusteredVectors(dimensions, randomFrom(seed));
  const vectorOf = new Map<string, Float32Array>();
  const textOf = new Map<string, string>();
  return {
    library,
    next,
    write(name: string, text: string): void {
      library.files.replace(fileWrite(sourceId, `/notes/${name}.md`, [written({ title: '', text })]));
      textOf.set(name, text);
    },
    remove(name: string): void {
      library.files.remove(`/notes/${name}.md`);
      textOf.delete(name);
    },
    embed(): void {
      const rows = library.embeddings.pending(model, 10_000).map(({ hash, text }) => {
        const vector = vectorOf.get(text) ?? next();
        vectorOf.set(text, vector);
        return { hash, vector };
      });
      library.embeddings.write(model, rows);
    },
    /** What is in the library and embedded: the texts of notes, with their vectors. */
    known(): { text: string; vector: Float32Array }[] {
      return [...textOf.values()].flatMap((text) => {
        const vector = vectorOf.get(text);
        return vector === undefined ? [] : [{ text, vector }];
      });
    },
  };
}

type Notes = ReturnType<typeof notes>;

async function expectTrue({ library, next, known }: Notes, vectors: LiveVectors): Promise<void> {
  const table = await vectors.of(model, dimensions);
  const expected = known();
  expect(table.size).toBe(expected.length);
  const query = next();
  const found = table.scan(query, null).best(5);
  const cosines = expected.map(({ vector }) => dot(query, vector)).sort((a, b) => b - a);
  expect(found).toHaveLength(Math.min(5, expected.length));
  for (const [index, { chunkId, cosine }] of found.entries()) {
    expect(cosine).toBeCloseTo(cosines[index] ?? 0, 1.5);
    const [hit] = library.documents.hits([{ chunkId, score: 0 }]);
    const text = expected.find((one) => one.text === hit?.text);
    expect(dot(query, text?.vector ?? query)).toBeCloseTo(cosine, 1.5);
  }
}

const roomy: TableSizes = { inMemoryAtMost: 250_000, storedAtLeast: 150_000 };
const tight: TableSizes = { inMemoryAtMost: 60, storedAtLeast: 30 };

test.each([
  ['in memory', roomy, 1],
  ['in memory', roomy, 2],
  ['in memory and out of it', tight, 3],
  ['in memory and out of it', tight, 4],
] as const)('vectors %s follow a library that changes', async (_, sizes, seed) => {
  const all = notes(seed);
  const random = randomFrom(seed + 100);
  const vectors = createLiveVectors(all.library, sizes);
  const modes = new Set<boolean>();
  for (let turn = 0; turn < 60; turn++) {
    // It grows for a while and shrinks again.
    const isGrowing = turn % 30 < 18;
    for (let change = 0; change < 10; change++) {
      const name = `${Math.floor(random() * 120)}`;
      if (random() < (isGrowing ? 0.85 : 0.1)) all.write(name, `Note ${name}, written at ${turn}.`);
      else all.remove(name);
    }
    if (random() < 0.7) all.embed();
    if (random() < 0.3) await rest(1);
    await expectTrue(all, vectors);
    modes.add((await vectors.of(model, dimensions)).isInMemory);
  }
  expect(modes.size).toBe(sizes === tight ? 2 : 1);
});

test('what is written while vectors are read for the first time is among them', async () => {
  const all = notes(7);
  for (let name = 0; name < 1500; name++) all.write(`${name}`, `Note ${name}.`);
  all.embed();
  const vectors = createLiveVectors(all.library, roomy);
  const reading = vectors.of(model, dimensions);
  all.write('3', 'Note 3, written anew.');
  all.remove('1400');
  all.write('late', 'A late note.');
  all.embed();
  expect(await reading).toBe(await vectors.of(model, dimensions));
  await expectTrue(all, vectors);
});

test('equal texts share an embedding, and one of them can go', async () => {
  const all = notes(8);
  const vectors = createLiveVectors(all.library, tight);
  for (let name = 0; name < 80; name++) all.write(`${name}`, name < 40 ? 'The same note.' : `Note ${name}.`);
  all.embed();
  await expectTrue(all, vectors);
  all.remove('0');
  await expectTrue(all, vectors);
  expect((await vectors.of(model, dimensions)).isInMemory).toBe(false);
});

test('the vectors of a model whose embeddings were freed are read anew', async () => {
  const all = notes(9);
  all.write('a', 'A note.');
  all.embed();
  const vectors = createLiveVectors(all.library, roomy);
  expect((await vectors.of(model, dimensions)).size).toBe(1);
  all.library.embeddings.keepOnly([]);
  expect((await vectors.of(model, dimensions)).size).toBe(0);
});

test('where vectors can not be read a search says so, and the next one tries again', async () => {
  const all = notes(10);
  all.write('a', 'A note.');
  all.embed();
  let isBroken = true;
  const { vectors } = all.library;
  const library: Library = {
    ...all.library,
    vectors: {
      ...vectors,
      step(...step) {
        if (isBroken) throw new Error('cannot be read');
        return vectors.step(...step);
      },
    },
  };
  const live = createLiveVectors(library);
  await expect(live.of(model, dimensions)).rejects.toThrow('cannot be read');
  isBroken = false;
  expect((await live.of(model, dimensions)).size).toBe(1);
});
