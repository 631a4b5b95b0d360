import type { Llama, LlamaModel } from 'node-llama-cpp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { starterChat } from '../catalog/catalog.ts';
import { findModel } from '../catalog/installed.ts';
import { startLlama } from './llama.ts';
import { openContext } from './open-context.ts';

let llama: Llama;
let model: LlamaModel;
beforeAll(async () => {
  llama = await startLlama(() => undefined);
  model = await llama.loadModel({ modelPath: findModel(starterChat) ?? '' });
});
afterAll(() => model.dispose());

const opening = { threads: { ideal: 1, min: 1 } };

async function sizeWith(freeBytes: number): Promise<number> {
  vi.spyOn(process, 'availableMemory').mockReturnValue(freeBytes);
  try {
    const context = await openContext(model, 'starter', opening);
    const { contextSize } = context;
    await context.dispose();
    return contextSize;
  } finally {
    vi.restoreAllMocks();
  }
}

it('a context is as large as the memory has room for', async () => {
  const much = await sizeWith(16e9);
  const little = await sizeWith(1e9);
  expect(much).toBe(8192);
  expect(little).toBeLessThan(much);
  expect(little).toBeGreaterThan(1024);
  expect(await sizeWith(1e6)).toBe(1024);
});

it('where the largest can’t be made the next one is, and where none can it is said', async () => {
  const create = model.createContext.bind(model);
  const refusing = (upTo: number): LlamaModel =>
    Object.assign(Object.create(model), {
      createContext: (options: Parameters<typeof create>[0]) =>
        Number(options?.contextSize) > upTo ? Promise.reject(new Error('no memory')) : create(options),
    });
  const context = await openContext(refusing(2048), 'starter', opening);
  expect(context.contextSize).toBe(2048);
  await context.dispose();
  await expect(openContext(refusing(0), 'starter', opening)).rejects.toMatchObject({
    ...{ code: 'model-needs-memory', detail: { model: 'starter' } },
  });
});
