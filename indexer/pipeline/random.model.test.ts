import { afterAll, beforeAll, expect, it } from 'vitest';
import { starterEmbedder } from '#models/catalog/catalog.ts';
import { findModel } from '#models/catalog/installed.ts';
import { createModelClient } from '#models/client.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import { type ForkedService, forkService } from '#models/runtime/forked-service.ts';
import { startParsers } from './testing/indexing.ts';
import { operateAtRandom } from './testing/random-operations.ts';

const pool = startParsers();
let service: ForkedService;
let embedder: Embedder;
beforeAll(async () => {
  service = await forkService();
  embedder = await createModelClient(service.port).embedder(
    findModel(starterEmbedder) ?? '',
    new AbortController().signal,
  );
});
afterAll(async () => {
  await service.kill();
  await pool.close();
});

/** A linear congruential generator (Numerical Recipes): the same changes every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (1_664_525 * state + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

it('a tree that changes at random, half its events lost, is indexed as it is, and nothing embedded twice', async () => {
  const outcome = await operateAtRandom({
    ...{ pool, embedder, random: numbers(7), operations: 400, restarts: 3, lost: 0.5 },
  });
  expect(outcome.problems).toEqual([]);
  expect(outcome.files).toBeGreaterThan(50);
});
