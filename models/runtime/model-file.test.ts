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

const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
};
const key = (name: string): Buffer => Buffer.concat([u64(BigInt(name.length)), Buffer.from(name)]);
/** A file of one metadata entry and one tensor, each given as it is stored behind its name. */
const headed = (entry: readonly Buffer[], tensor: readonly Buffer[] = smallTensor): Buffer =>
  Buffer.concat([
    ...[Buffer.from('GGUF'), u32(3), u64(1n), u64(1n), key('a'), ...entry, key('t'), ...tensor],
    Buffer.alloc(1_024),
  ]);
const smallTensor = [u32(1), u64(32n), u32(0), u64(0n)];
const number = [u32(4), u32(1)];
const aligned = (by: number): Buffer =>
  Buffer.concat([
    ...[Buffer.from('GGUF'), u32(3), u64(1n), u64(1n), key('general.alignment'), u32(4), u32(by)],
    ...[key('t'), ...smallTensor, Buffer.alloc(1_024)],
  ]);

const damaged: Record<string, Uint8Array> = {
  'of the format before': Buffer.concat([Buffer.from('ggjt'), whole.slice(4)]),
  'of another byte order': changed(4, 0),
  'cut off after its first word': whole.slice(0, 4),
  'without weights': Buffer.concat([Buffer.from('GGUF'), u32(3), u64(0n), u64(0n), Buffer.alloc(64)]),
  'with a text longer than any file': headed([u32(8), u64(2n ** 63n)]),
  'with a list longer than any file': headed([u32(9), u32(0), u64(2n ** 63n)]),
  'with a list of texts longer than the file': headed([u32(9), u32(8), u64(2n ** 40n)]),
  'with lists in lists': headed([u32(9), u32(9), u64(1n)]),
  'with a value of no known type': headed([u32(77)]),
  'with a tensor of five dimensions': headed(number, [u32(5), ...Array(5).fill(u64(2n)), u32(0), u64(0n)]),
  'with a tensor larger than any disk': headed(number, [
    u32(2),
    u64(2n ** 40n),
    u64(2n ** 40n),
    u32(0),
    u64(0n),
  ]),
  'with a tensor behind its end': headed(number, [u32(1), u64(32n), u32(0), u64(2n ** 30n)]),
  'aligned to nothing': aligned(0),
  'aligned to what is no power of two': aligned(33),
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
