import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createModelClient, type ModelClient } from '../client.ts';
import { type ForkedService, forkService } from './forked-service.ts';

let service: ForkedService;
let client: ModelClient;
beforeAll(async () => {
  service = await forkService();
  client = createModelClient(service.port);
});
afterAll(() => service.kill());

const never = new AbortController().signal;
const trials = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('quipu-trial-'));

it('says what models are computed with', async () => {
  const { mathCores, instructionSets } = await client.engines(never);
  expect(mathCores).toBeGreaterThan(0);
  expect(instructionSets.length).toBeGreaterThan(0);
  expect(instructionSets.every((name) => /^[A-Z0-9_]+$/.test(name))).toBe(true);
});

it('measures what a token costs by running models that are made up, and leaves nothing behind', async () => {
  const before = trials();
  const { speed } = await client.measure(never);
  const { layerMs, narrow, wide, promptBillionsPerSecond } = speed;
  expect(layerMs).toBeGreaterThanOrEqual(0);
  for (const { msPerBillion } of [narrow, wide]) expect(msPerBillion).toBeGreaterThan(0);
  expect(narrow.bitsPerWeight).toBeGreaterThan(4);
  expect(narrow.bitsPerWeight).toBeLessThan(5);
  expect(wide.bitsPerWeight).toBeGreaterThan(8);
  expect(wide.bitsPerWeight).toBeLessThan(9);
  expect(promptBillionsPerSecond).toBeGreaterThan(0);
  expect(trials().filter((name) => !before.includes(name))).toEqual([]);
});
