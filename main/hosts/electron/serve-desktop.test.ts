import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os, type RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import { engineAddress } from '#main/hosts/services/socket/address.ts';
import { openSocket } from '#main/hosts/services/socket/connect.ts';
import { type EngineSocket, serveSocket } from '#main/hosts/services/socket/serve.ts';
import { loginStart } from './login-start.ts';
import { pageUrl } from './page-address.ts';
import { serveDesktop } from './serve-desktop.ts';
import { FakePlatform } from './testing/fake-platform.ts';

const router = {
  twice: os.handler(async ({ input }) => `${input} ${input}`),
  count: os.handler(async function* () {
    yield 1;
    yield 2;
  }),
};

let dir = '';
let engine: EngineSocket;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quipu-desktop-'));
  const handler = new RPCHandler(router);
  engine = await serveSocket(engineAddress(dir), (socket) => void handler.upgrade(socket), silentLog);
});
afterAll(async () => {
  await engine.close();
  await rm(dir, { recursive: true, force: true });
});

async function reach(): Promise<WebSocket> {
  const socket = await openSocket(engineAddress(dir));
  if (socket === null) throw new Error('the engine is not there');
  return socket;
}

function setUp(
  engineSocket: () => Promise<WebSocket> = reach,
  system: NodeJS.Platform = 'darwin',
): FakePlatform {
  const platform = new FakePlatform('/app');
  serveDesktop(platform, {
    engineSocket,
    showMain: async () => void platform.app.emit('main-shown'),
    hideQuick: () => void platform.app.emit('quick-hidden'),
    login: loginStart(platform.app, system),
  });
  return platform;
}

test('calls and streams of the page reach the engine through its port', async () => {
  const port = await setUp().requestPort();
  const client: RouterClient<typeof router> = createORPCClient(new RPCLink({ port }));
  port.start();
  expect(await client.twice('ja')).toBe('ja ja');
  const numbers: number[] = [];
  for await (const number of await client.count()) numbers.push(number);
  expect(numbers).toEqual([1, 2]);
  port.close();
});

test('a port closes when the engine cannot be reached', async () => {
  const port = await setUp(() => Promise.reject(new Error('none'))).requestPort();
  await new Promise<void>((resolve) => port.on('close', resolve));
});

test.each([
  ['a message that is no frame', { __proto__: { polluted: true }, nested: [1] }],
  ['ten million characters', 'x'.repeat(10_000_000)],
])('%s ends the port and harms nothing', async (_name, message) => {
  const platform = setUp();
  const port = await platform.requestPort();
  const closed = new Promise<void>((resolve) => port.on('close', resolve));
  port.start();
  port.postMessage(message);
  await closed;
  const next = await platform.requestPort();
  const client: RouterClient<typeof router> = createORPCClient(new RPCLink({ port: next }));
  next.start();
  expect(await client.twice('da')).toBe('da da');
  next.close();
});

test('a page that leaves closes its line to the engine', async () => {
  const opened = Promise.withResolvers<WebSocket>();
  const platform = setUp(async () => {
    const socket = await reach();
    opened.resolve(socket);
    return socket;
  });
  const port = await platform.requestPort();
  const socket = await opened.promise;
  port.close();
  await new Promise((resolve) => socket.once('close', resolve));
  expect(socket.readyState).toBe(WebSocket.CLOSED);
});

test.each([
  ['another address', { url: 'https://evil.example/index.html' }],
  ['a file', { url: 'file:///home/me/index.html' }],
  ['an address that only begins like ours', { url: 'app://quipu.evil/index.html' }],
  ['no address', { url: '' }],
  ['a frame inside the page', { url: pageUrl, parent: {} }],
  ['a frame that is gone', null],
])('nothing is handed to %s', async (_name, frame) => {
  const platform = setUp();
  await expect(platform.request('port', frame)).rejects.toThrow('page');
  await expect(platform.request('choose-folder', frame)).rejects.toThrow('page');
});

test.each([
  [undefined],
  [null],
  ['PORT'],
  ['../port'],
  [{ toString: 'port' }],
  [['port']],
  ['__proto__'],
  ['x'.repeat(10_000_000)],
])('a request that does not exist is refused', async (name) => {
  await expect(setUp().request(name)).rejects.toThrow('request');
});

test('the folder dialog gives the chosen folder, or null', async () => {
  const platform = setUp();
  expect(await platform.request('choose-folder')).toBeNull();
  platform.chosen = ['/home/me/Notes'];
  expect(await platform.request('choose-folder')).toBe('/home/me/Notes');
});

test('starting at login is the system’s own switch, and none where it has none', async () => {
  const platform = setUp();
  expect(await platform.request('login-ask')).toBe(false);
  expect(await platform.request('login-on')).toBe(true);
  expect(platform.app.opensAtLogin).toBe(true);
  expect(await platform.request('login-off')).toBe(false);
  expect(await setUp(reach, 'linux').request('login-on')).toBeNull();
});

test('the page has the main window shown and quick ask put away; another frame has nothing', async () => {
  const platform = setUp();
  const acts: string[] = [];
  for (const act of ['main-shown', 'quick-hidden']) platform.app.on(act, () => acts.push(act));
  await platform.request('show-main');
  await platform.request('hide-quick');
  expect(acts).toEqual(['main-shown', 'quick-hidden']);
  await expect(platform.request('show-main', { url: 'https://evil.example/' })).rejects.toThrow();
  expect(acts).toHaveLength(2);
});
