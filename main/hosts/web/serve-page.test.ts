import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import { openSocket } from '#main/hosts/services/socket/connect.ts';
import { serveSocket } from '#main/hosts/services/socket/serve.ts';
import { servePage } from './serve-page.ts';

/** A page in front of a real local socket that answers each frame with `engine: ` and the frame. */
async function testPage() {
  const dir = mkdtempSync(join(tmpdir(), 'quipu-page-'));
  const assetsDir = join(dir, 'renderer');
  mkdirSync(join(assetsDir, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'secret.html'), 'secret');
  writeFileSync(join(assetsDir, 'index.html'), '<!doctype html>page');
  writeFileSync(join(assetsDir, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(assetsDir, 'app.js.map'), '{}');
  const address = join(dir, 'engine.sock');
  const engine = await serveSocket(
    address,
    (socket) => socket.on('message', (data) => socket.send(`engine: ${String(data)}`)),
    silentLog,
  );
  const engineSocket = async (): Promise<WebSocket> => {
    const socket = await openSocket(address);
    if (socket === null) throw new Error('no engine');
    return socket;
  };
  const page = await servePage({ assetsDir, engineSocket, port: 0 });
  onTestFinished(async () => {
    await page.close();
    await engine.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return { engine, page, assetsDir, engineSocket, token: new URL(page.url).hash.slice(1) };
}

function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += String(part);
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    request.on('error', reject).end();
  });
}

interface Visitor {
  readonly origin?: string;
  readonly host?: string;
  readonly protocols?: string[];
  readonly path?: string;
}

/** Connects and tells what came of it: `open`, or the status of the refusal. */
function visit(port: number, { origin, host, protocols = [], path = '/engine' }: Visitor) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols, {
    ...(origin === undefined ? {} : { origin }),
    ...(host === undefined ? {} : { headers: { host } }),
  });
  onTestFinished(() => socket.terminate());
  const outcome = new Promise<string>((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
    socket.on('error', (error) => resolve(error.message));
  });
  return { socket, outcome };
}

it('serves its own files with every header that keeps a page harmless', async () => {
  const { page } = await testPage();
  const { status, headers, body } = await get(page.port, '/');
  expect({ status, body }).toEqual({ status: 200, body: '<!doctype html>page' });
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
  });
  expect((await get(page.port, '/assets/app.js?v=1')).headers['content-type']).toContain('text/javascript');
});

it('no path leads out of the folder, and only the kinds of file that a page has are served', async () => {
  const { page } = await testPage();
  const paths = [
    '/../secret.html',
    '/assets/../../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '//secret.html',
    '/assets/..\\..\\secret.html',
    '/etc/passwd',
    '/app.js.map',
    'http://127.0.0.1/../secret.html',
    '/__proto__',
    '/constructor',
  ];
  for (const path of paths)
    expect({ path, ...(await get(page.port, path)) }).toMatchObject({ path, status: 404, body: '' });
});

it('answers neither another host name nor another method', async () => {
  const { page } = await testPage();
  expect((await get(page.port, '/', { host: 'evil.example' })).status).toBe(421);
  expect((await get(page.port, '/', { host: `rebound.example:${page.port}` })).status).toBe(421);
  expect((await get(page.port, '/', { host: `127.0.0.1:${page.port + 1}` })).status).toBe(421);
  expect((await get(page.port, '/', {}, 'POST')).status).toBe(405);
  expect((await get(page.port, '/engine')).status).toBe(404);
});

it('the engine is reached by our page with the token, and by nobody else', async () => {
  const { page, token } = await testPage();
  const origin = `http://127.0.0.1:${page.port}`;
  const ours = visit(page.port, { origin, protocols: ['quipu', token] });
  expect(await ours.outcome).toBe('open');
  expect(ours.socket.protocol).toBe('quipu');
  const reply = new Promise((resolve) => ours.socket.on('message', (data) => resolve(String(data))));
  ours.socket.send('hello');
  expect(await reply).toBe('engine: hello');

  const strangers: Visitor[] = [
    { origin },
    { origin, protocols: ['quipu'] },
    { origin, protocols: ['quipu', `${token}x`] },
    { origin, protocols: [token] },
    { protocols: ['quipu', token] },
    { origin: 'http://evil.example', protocols: ['quipu', token] },
    { origin: 'null', protocols: ['quipu', token] },
    { origin: `https://127.0.0.1:${page.port}`, protocols: ['quipu', token] },
    { origin: 'http://rebound.example', host: 'rebound.example', protocols: ['quipu', token] },
    { origin: `http://localhost:${page.port}`, protocols: ['quipu', token] },
  ];
  for (const visitor of strangers) {
    expect({ visitor, outcome: await visit(page.port, visitor).outcome }).toEqual({
      visitor,
      outcome: '403',
    });
  }
  expect(await visit(page.port, { origin, protocols: ['quipu', token], path: '/other' }).outcome).toBe('404');
});

it('a huge frame ends its own connection and nothing else', async () => {
  const { page, token } = await testPage();
  const ours = { origin: `http://127.0.0.1:${page.port}`, protocols: ['quipu', token] };
  const attacker = visit(page.port, ours);
  await attacker.outcome;
  const closed = new Promise((resolve) => attacker.socket.on('close', resolve));
  attacker.socket.send(Buffer.alloc(10_000_000));
  expect([1009, 1006]).toContain(await closed);
  expect(await visit(page.port, ours).outcome).toBe('open');
});

it('garbage in place of a request is survived', async () => {
  const { page } = await testPage();
  for (const garbage of [
    '\0\0\0\0',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
    'GET /engine HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  ]) {
    const stream = connect(page.port, '127.0.0.1');
    stream.on('error', () => undefined);
    stream.end(garbage);
    await new Promise((resolve) => stream.on('close', resolve).resume());
  }
  expect((await get(page.port, '/')).status).toBe(200);
});

it('when the engine goes away the page is told to connect anew', async () => {
  const { page, token, engine } = await testPage();
  const ours = visit(page.port, { origin: `http://127.0.0.1:${page.port}`, protocols: ['quipu', token] });
  await ours.outcome;
  const reply = new Promise((resolve) => ours.socket.on('message', resolve));
  ours.socket.send('hello');
  await reply;
  const closed = new Promise((resolve) => ours.socket.on('close', resolve));
  await engine.close();
  expect(await closed).toBe(1012);
});

it('a port in use and a page that is not built are faults', async () => {
  const { page, assetsDir, engineSocket } = await testPage();
  await expect(servePage({ assetsDir, engineSocket, port: page.port })).rejects.toMatchObject({
    code: 'port-in-use',
    detail: { port: page.port },
  });
  await expect(
    servePage({ assetsDir: join(assetsDir, 'assets'), engineSocket, port: 0 }),
  ).rejects.toMatchObject({ code: 'not-found' });
});
