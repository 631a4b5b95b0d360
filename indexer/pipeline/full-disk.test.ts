import { afterAll, expect, it, onTestFinished } from 'vitest';
import type { Embedder } from '#models/embed/embedder.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
afterAll(() => pool.close());

const megabyte = 1_000_000;
const roomy = { freeBytes: 1_000 * megabyte, totalBytes: 2_000 * megabyte };
const full = { freeBytes: 0, totalBytes: 2_000 * megabyte };

function indexingOn(disk: { now: typeof full }, embedder?: Embedder): Indexing {
  const indexing = startIndexing(pool, {
    disk: () => disk.now,
    ...(embedder === undefined ? {} : { embedder: async () => embedder }),
  });
  onTestFinished(() => indexing.close());
  return indexing;
}

function states({ library }: Indexing): object {
  const { pending, failed, indexed } = library.files.counts();
  return { pending, failed, indexed };
}

it('a full disk stops indexing with a sentence and without a failed file, and room lets it go on', async () => {
  const disk = { now: roomy };
  const at = indexingOn(disk);
  at.write('before.txt', 'A quince from before.');
  await at.addFolder();
  disk.now = full;
  for (let file = 0; file < 30; file++) at.write(`late-${file}.txt`, `A medlar, number ${file}.`);
  await expect.poll(() => at.indexer.trouble()?.code, { timeout: 15_000 }).toBe('index-needs-room');
  expect(at.indexer.trouble()?.message).toMatch(/is full, so indexing waits.*Free about \d+ MB/);
  expect(at.indexer.current().notice).toBe(at.indexer.trouble()?.message);
  expect(at.finds('quince')).toEqual(['before.txt']);
  expect(states(at)).toMatchObject({ failed: 0, indexed: 1 });
  expect(at.events.filter((event) => event === 'library-not-written').length).toBeLessThanOrEqual(2);
  disk.now = roomy;
  await at.idle();
  expect(states(at)).toEqual({ pending: 0, failed: 0, indexed: 31 });
  expect(at.finds('medlar')).toHaveLength(30);
  expect(at.indexer.trouble()).toBeNull();
});

it('who waits for the end of the indexing is told that the disk is full', async () => {
  const at = indexingOn({ now: full });
  at.write('a.txt', 'A sloe.');
  await expect(at.addFolder()).rejects.toMatchObject({ code: 'index-needs-room' });
});

it('what was embedded when the disk filled up is written later, not embedded again', async () => {
  const disk = { now: roomy };
  const embedded: string[] = [];
  const embedder: Embedder = {
    modelId: 'test',
    dimensions: 2,
    async embed(texts) {
      embedded.push(...texts);
      disk.now = full;
      setTimeout(() => {
        disk.now = roomy;
      }, 600);
      return texts.map(() => new Float32Array([0.6, 0.8]));
    },
  };
  const at = indexingOn(disk, embedder);
  for (let file = 0; file < 5; file++) at.write(`${file}.txt`, `A sorb, number ${file}.`);
  await at.addFolder();
  expect(at.library.embeddings.progress('test')).toEqual({ embedded: 5, total: 5 });
  expect(embedded).toHaveLength(5);
});
