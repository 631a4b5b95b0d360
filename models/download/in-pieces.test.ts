/// <reference lib="esnext.array" />

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromHub, type HubSource } from './from-hub.ts';
import { SourceUnavailable } from './source-unavailable.ts';
import { openHub, type TestHub } from './testing/hub.ts';

const content = randomBytes(500_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const file = { path: 'model.gguf', sizeBytes: content.length, sha256 };
const source: HubSource = { kind: 'hub', repository: 'some/model', revision: 'abc', folder: '' };
const pieces = { bytes: 100_000, connections: 3 };

let folder: string;
let hub: TestHub | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quipu-pieces-'));
});
afterEach(() => {
  hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A hub that serves ranges until `breaksOff` says to break a connection in its middle. */
async function rangedHub(
  spans: string[],
  breaksOff: (from: number) => boolean = () => false,
): Promise<TestHub> {
  return openHub(async (request, response) => {
    const [from = 0, last = 0] = (/\d+-\d+/.exec(request.headers.range ?? '')?.[0] ?? '')
      .split('-')
      .map(Number);
    spans.push(`${from}-${last}`);
    const bytes = content.subarray(from, last + 1);
    response.writeHead(206, {
      'content-length': bytes.length,
      'content-range': `bytes ${from}-${last}/${content.length}`,
    });
    if (!breaksOff(from)) return response.end(bytes);
    response.write(bytes.subarray(0, 40_000));
    // What a client has received and not yet read is dropped with its connection: break it once some is on disk.
    const part = join(folder, `model.gguf.part.${from}`);
    await expect.poll(() => statSync(part, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(0);
    return response.destroy();
  });
}

async function download(address: string): Promise<number[]> {
  return Array.fromAsync(fromHub(source, file, folder, new AbortController().signal, address, pieces));
}

it('fetches a large file in pieces, and joins them in their order', async () => {
  const spans: string[] = [];
  hub = await rangedHub(spans);
  expect((await download(hub.address)).at(-1)).toBe(content.length);
  expect(spans.toSorted()).toEqual([
    '0-99999',
    '100000-199999',
    '200000-299999',
    '300000-399999',
    '400000-499999',
  ]);
  expect(readdirSync(folder)).toEqual(['model.gguf']);
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
});

it('goes on inside a piece whose connection broke', async () => {
  const spans: string[] = [];
  hub = await rangedHub(spans, (from) => from === 200_000);
  await download(hub.address);
  expect(spans.filter((span) => span.endsWith('-299999'))).toHaveLength(2);
  expect(spans).not.toContain('200000-200000');
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
});

it('goes on with the pieces of a try that was killed, in the middle of a join too', async () => {
  const part = join(folder, 'model.gguf.part');
  writeFileSync(part, content.subarray(0, 130_000));
  writeFileSync(`${part}.100000`, content.subarray(100_000, 200_000));
  writeFileSync(`${part}.300000`, content.subarray(300_000, 350_000));
  const spans: string[] = [];
  hub = await rangedHub(spans);
  const received = await download(hub.address);
  expect(Math.min(...received)).toBeGreaterThanOrEqual(250_000);
  expect(spans.toSorted()).toEqual(['200000-299999', '350000-399999', '400000-499999']);
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
});

it('fetches all of it over one connection where the server knows no ranges', async () => {
  hub = await openHub((_request, response) => response.end(content));
  await download(hub.address);
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
});

it('deletes all pieces where the whole is not what was published', async () => {
  hub = await openHub((request, response) => {
    const [from = 0, last = 0] = (/\d+-\d+/.exec(request.headers.range ?? '')?.[0] ?? '')
      .split('-')
      .map(Number);
    response
      .writeHead(206, { 'content-range': `bytes ${from}-${last}/${content.length}` })
      .end(randomBytes(last + 1 - from));
  });
  await expect(download(hub.address)).rejects.toMatchObject({ code: 'checksum-wrong' });
  expect(readdirSync(folder)).toEqual([]);
});

it('keeps what has arrived where the server is away', async () => {
  writeFileSync(join(folder, 'model.gguf.part.200000'), content.subarray(200_000, 260_000));
  await expect(download('http://127.0.0.1:1')).rejects.toBeInstanceOf(SourceUnavailable);
  expect(readdirSync(folder)).toEqual(['model.gguf.part.200000']);
});
