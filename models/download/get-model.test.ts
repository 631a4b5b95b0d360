/// <reference lib="esnext.array" />

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogue, catalogued } from '../catalog/catalog.ts';
import { getModel } from './get-model.ts';
import { openHub, type TestHub } from './testing/hub.ts';

const content = randomBytes(200_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const commit = 'd'.repeat(40);
const never = new AbortController().signal;

/** One that the catalogue knows no checksum of, and one of which it knows no commit. */
const unknown = catalogue.find((model) => model.sha256 === null && model.revision === null);
const halfKnown = catalogue.find((model) => model.sha256 !== null && model.revision === null);
if (unknown === undefined || halfKnown === undefined) throw new Error('the catalogue has no such models');

let folder: string;
let hub: TestHub | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quipu-get-'));
});
afterEach(() => {
  hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A hub that holds one file under every name, and says what it is told to say of it. */
const hubSaying = (size: number, etag: string, bytes = content): Promise<TestHub> =>
  openHub(({ method }, response) => {
    const headers = { 'x-repo-commit': commit, 'x-linked-size': `${size}`, 'x-linked-etag': `"${etag}"` };
    if (method === 'HEAD') response.writeHead(302, { ...headers, location: 'http://127.0.0.1:1/' }).end();
    else response.end(bytes);
  });

it('reads the hub’s own checksum first where the catalogue has none, and fetches that commit', async () => {
  hub = await hubSaying(content.length, sha256);
  const events = await Array.fromAsync(getModel(unknown.id, folder, never, hub.address));
  const path = `/${unknown.repository}/resolve`;
  expect(hub.asked).toEqual([`HEAD ${path}/main/${unknown.file}`, `GET ${path}/${commit}/${unknown.file}`]);
  expect(events.at(-1)).toEqual({
    modelId: unknown.id,
    phase: 'done',
    receivedBytes: content.length,
    totalBytes: content.length,
  });
  expect(readdirSync(folder)).toEqual([unknown.file]);
  expect(readFileSync(join(folder, unknown.file)).equals(content)).toBe(true);
});

it('refuses what is not what the hub said it was', async () => {
  hub = await hubSaying(content.length, sha256, randomBytes(content.length));
  const getting = Array.fromAsync(getModel(unknown.id, folder, never, hub.address));
  await expect(getting).rejects.toMatchObject({ code: 'checksum-wrong', detail: { model: unknown.id } });
  expect(existsSync(join(folder, unknown.file))).toBe(false);
});

it('fetches nothing where the hub has another file than the one the catalogue knows', async () => {
  hub = await hubSaying(content.length, sha256);
  const getting = Array.fromAsync(getModel(halfKnown.id, folder, never, hub.address));
  await expect(getting).rejects.toMatchObject({ code: 'download-failed' });
  await expect(getting).rejects.toThrow('another file was published in its place');
  expect(hub.asked.filter((line) => line.startsWith('GET'))).toEqual([]);
});

it('asks for room before it fetches, by the size that the hub says', async () => {
  hub = await hubSaying(1e15, sha256);
  const getting = Array.fromAsync(getModel(unknown.id, folder, never, hub.address));
  await expect(getting).rejects.toMatchObject({
    code: 'model-needs-room',
    detail: { model: unknown.id, needed: '1000000 GB', path: folder },
  });
  expect(hub.asked.filter((line) => line.startsWith('GET'))).toEqual([]);
});

it('asks nothing of the hub but the file where the catalogue knows all of it', async () => {
  const known = catalogued('llama-3.2-3b-instruct');
  hub = await openHub((_request, response) => response.writeHead(404).end());
  const getting = Array.fromAsync(getModel('llama-3.2-3b-instruct', folder, never, hub.address));
  await expect(getting).rejects.toMatchObject({ code: 'download-failed' });
  expect([...new Set(hub.asked)]).toEqual([
    `GET /${known?.repository}/resolve/${known?.revision}/${known?.file}`,
  ]);
});
