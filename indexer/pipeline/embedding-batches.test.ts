import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddingBatches, type EmbeddingBatches } from './embedding-batches.ts';
import { type Indexing, startIndexing, startParsers } from './testing/indexing.ts';

const pool = startParsers();
const texts = 130;
let at: Indexing;
let batches: EmbeddingBatches;

beforeEach(async () => {
  at = startIndexing(pool);
  for (let n = 0; n < texts; n++) at.write(`${n}.txt`, n === 77 ? 'The one that breaks it.' : `Text ${n}.`);
  await at.addFolder();
  batches = createEmbeddingBatches(at.library);
});
afterEach(() => at.close());
afterAll(() => pool.close());

const vector = new Float32Array(4).fill(0.5);
const embed = (batch: ReturnType<EmbeddingBatches['take']>): void => {
  at.library.embeddings.write(
    'test',
    batch.map(({ hash }) => ({ hash, vector })),
  );
  batches.succeeded(batch);
};

describe('batches to embed', () => {
  it('deal out each text once, also to several takers', () => {
    const taken = [batches.take('test'), batches.take('test')];
    const hashes = taken.flat().map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
    for (const batch of taken) embed(batch);
    while (true) {
      const batch = batches.take('test');
      if (batch.length === 0) break;
      hashes.push(...batch.map(({ hash }) => hash));
      embed(batch);
    }
    expect(new Set(hashes).size).toBe(texts);
    expect(hashes).toHaveLength(texts);
  });

  it('find the one text that breaks the model, and leave it out', () => {
    let failures = 0;
    for (let batch = batches.take('test'); batch.length > 0; batch = batches.take('test')) {
      if (batch.some(({ text }) => text.includes('breaks'))) {
        failures++;
        batches.failed(batch);
      } else embed(batch);
    }
    expect(at.library.embeddings.progress('test')).toEqual({ embedded: texts - 1, total: texts });
    expect(failures).toBeLessThan(12);
  });
});
