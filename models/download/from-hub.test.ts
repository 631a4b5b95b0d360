/// <reference lib="esnext.array" />

import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fromHub, type HubSource } from './from-hub.ts';
import { SourceUnavailable } from './source-unavailable.ts';

const content = randomBytes(300_000);
const file = {
  path: 'model.gguf',
  sizeBytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};
const source: HubSource = { kind: 'hub', repository: 'some/model', revision: 'abc', folder: '' };

let folder: string;
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quipu-hub-'));
});
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function hub(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function download(address: string, signal = new AbortController().signal): Promise<number[]> {
  return Array.fromAsync(fromHub(source, file, folder, signal, address));
}

it('downloads the pinned revision and names the file once its checksum is right', async () => {
  const asked: (string | undefined)[] = [];
  const address = await hub((request, response) => {
    asked.push(request.url);
    response.end(content);
  });
  const received = await download(address);
  expect(asked).toEqual(['/some/model/resolve/abc/model.gguf']);
  expect(received.at(-1)).toBe(content.length);
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
  await download(address);
  expect(asked, 'what is there is not asked for again').toHaveLength(1);
});

it('goes on where a broken connection stopped', async () => {
  const ranges: (string | undefined)[] = [];
  const part = join(folder, 'model.gguf.part');
  const address = await hub(async (request, response) => {
    ranges.push(request.headers.range);
    if (request.headers.range === undefined) {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 100_000));
      // What a client has received and not yet read is dropped with its connection: break it once some is on disk.
      await expect.poll(() => statSync(part, { throwIfNoEntry: false })?.size ?? 0).toBeGreaterThan(0);
      response.destroy();
      return;
    }
    const start = Number(/\d+/.exec(request.headers.range)?.[0]);
    response.writeHead(206).end(content.subarray(start));
  });
  await expect(download(address)).rejects.toBeInstanceOf(SourceUnavailable);
  expect(existsSync(join(folder, 'model.gguf'))).toBe(false);
  await download(address);
  expect(ranges[1]).toMatch(/^bytes=\d+-$/);
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
});

it('keeps what is there where the server knows no ranges, or is not the one that was asked', async () => {
  const part = join(folder, 'model.gguf.part');
  writeFileSync(part, content.subarray(0, 200_000));
  const page = await hub((_request, response) => response.end('<title>Log in to this network</title>'));
  await expect(download(page)).rejects.toBeInstanceOf(SourceUnavailable);
  server?.close();
  const other = await hub((_request, response) =>
    response
      .writeHead(206, { 'content-range': `bytes 250000-299999/${content.length}` })
      .end(content.subarray(250_000)),
  );
  await expect(download(other)).rejects.toThrow('another file');
  server?.close();
  expect(statSync(part).size).toBe(200_000);
  const received = await download(await hub((_request, response) => response.end(content)));
  expect(Math.min(...received)).toBeGreaterThan(200_000);
  expect(readFileSync(join(folder, 'model.gguf')).equals(content)).toBe(true);
});

it('deletes what is not the published file', async () => {
  const address = await hub((_request, response) => response.end(randomBytes(content.length)));
  await expect(download(address)).rejects.toMatchObject({ code: 'checksum-wrong' });
  expect(existsSync(join(folder, 'model.gguf'))).toBe(false);
  expect(existsSync(join(folder, 'model.gguf.part'))).toBe(false);
});

it('says which source answered what', async () => {
  const missing = await hub((_request, response) => response.writeHead(404).end());
  await expect(download(missing)).rejects.toThrow('answered 404');
  server?.close();
  await expect(download('http://127.0.0.1:1')).rejects.toThrow('cannot be reached');
});

it('stops when aborted and keeps what has arrived', async () => {
  const controller = new AbortController();
  const address = await hub((_request, response) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, 100_000));
  });
  const reading = (async () => {
    for await (const received of fromHub(source, file, folder, controller.signal, address))
      if (received >= 100_000) controller.abort();
  })();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  expect(readFileSync(join(folder, 'model.gguf.part'))).toHaveLength(100_000);
});
