import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createModelClient } from '../client.ts';
import { writeGguf } from '../download/convert/write-gguf.ts';
import { type ForkedService, forkService } from './forked-service.ts';
import { checkModelFile } from './model-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'quipu-model-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whole = writeGguf(
  [
    ['general.architecture', { type: 'string', value: 'bert' }],
    ['general.name', { type: 'string', value: 'Tiny' }],
    ['bert.pooling_type', { type: 'u32', value: 1 }],
    ['tokenizer.ggml.tokens', { type: 'strings', value: ['a', 'b'] }],
  ],
  [{ name: 'token_embd.weight', dimensions: [32, 2], encoding: 'f32', bytes: new Uint8Array(256) }],
);

const written = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

const changed = (offset: number, byte: number): Uint8Array => {
  const bytes = new Uint8Array(whole);
  bytes[offset] = byte;
  return bytes;
};

const damaged: Record<string, Uint8Array> = {
  empty: new Uint8Array(0),
  'something else': new TextEncoder().encode('<!doctype html><title>404</title>'),
  'cut off in its header': whole.slice(0, 60),
  'cut off in its weights': whole.slice(0, -1),
  'of an unknown version': changed(4, 99),
  'with more tensors than there can be': changed(15, 0xff),
  'with more metadata than there can be': changed(23, 0xff),
  'with a key longer than the file': changed(28, 0xff),
};

describe('a model file', () => {
  it('is known by its content, name and role', async () => {
    const file = await checkModelFile(written('tiny.gguf', whole));
    expect(file).toMatchObject({ name: 'Tiny', role: 'embedder', catalogued: null });
    expect(file.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(Object.entries(damaged))('%s is refused as damaged', async (name, bytes) => {
    const path = written(`${name.replaceAll(' ', '-')}.gguf`, bytes);
    await expect(checkModelFile(path)).rejects.toMatchObject({ code: 'model-damaged', detail: { path } });
  });

  it('a folder is no model', async () => {
    await expect(checkModelFile(folder)).rejects.toMatchObject({ code: 'model-damaged' });
  });

  it('that is not there is named by what gets it', async () => {
    const path = join(folder, 'all-MiniLM-L6-v2.Q8_0.gguf');
    await expect(checkModelFile(path)).rejects.toMatchObject({
      code: 'model-missing',
      detail: { model: 'all-minilm-l6-v2' },
    });
  });
});

describe('the model service', () => {
  let service: ForkedService;
  beforeAll(async () => {
    service = await forkService();
  });
  afterAll(() => service.kill());

  it('survives a file that llama.cpp cannot load, and says so', async () => {
    const client = createModelClient(service.port);
    const never = new AbortController().signal;
    const path = written('no-such-model.gguf', whole);
    for (let i = 0; i < 2; i++)
      await expect(client.embedder(path, never)).rejects.toMatchObject({ code: 'model-damaged' });
    await expect(client.embedder(join(folder, 'gone.gguf'), never)).rejects.toMatchObject({
      code: 'model-missing',
    });
  });
});
