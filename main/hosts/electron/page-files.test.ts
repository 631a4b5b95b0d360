import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPageFiles } from './page-files.ts';

let dir = '';
let answer = createPageFiles('');

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'quipu-page-'));
  await mkdir(join(dir, 'page/assets'), { recursive: true });
  await mkdir(join(dir, 'page-secret'));
  await writeFile(join(dir, 'page/index.html'), '<!doctype html>');
  await writeFile(join(dir, 'page/assets/main.js'), 'export {}');
  await writeFile(join(dir, 'page/notes.md'), 'no page file');
  await writeFile(join(dir, 'secret.html'), 'secret');
  await writeFile(join(dir, 'page-secret/index.html'), 'secret');
  await symlink(join(dir, 'secret.html'), join(dir, 'page/link.html'));
  answer = createPageFiles(join(dir, 'page'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const get = (url: string, method = 'GET'): Promise<Response> => answer(new Request(url, { method }));

test('the page and its assets are served with a policy that lets nothing in or out', async () => {
  const page = await get('app://quipu/index.html');
  expect([page.status, await page.text()]).toEqual([200, '<!doctype html>']);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "frame-src 'none'",
    ]),
  );
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect((await get('app://quipu/assets/main.js')).status).toBe(200);
  expect(await (await get('app://quipu/index.html', 'HEAD')).text()).toBe('');
});

test.each([
  'app://quipu/../secret.html',
  'app://quipu/%2e%2e/secret.html',
  'app://quipu/..%2fsecret.html',
  'app://quipu/assets/..%2f..%2fsecret.html',
  'app://quipu/..%5csecret.html',
  'app://quipu/..%2fpage-secret%2findex.html',
  'app://quipu/link.html',
  'app://quipu//etc/passwd',
  'app://quipu/%00index.html',
  'app://quipu/%E0%A4%A',
  'app://quipu/notes.md',
  'app://quipu/assets',
  'app://quipu/',
  'app://other/index.html',
  'file:///etc/passwd',
  'https://quipu/index.html',
])('%s is not found', async (url) => {
  const response = await get(url);
  expect([response.status, await response.text()]).toEqual([404, '']);
});

test('nothing can be sent to it', async () => {
  expect((await get('app://quipu/index.html', 'POST')).status).toBe(405);
});
