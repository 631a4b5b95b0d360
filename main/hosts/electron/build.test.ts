import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ParseRequest, ParserReply } from '#indexer/pipeline/pool/messages.ts';
import { libraryVariable } from '#main/hosts/services/engine-control.ts';
import { buildDesktop } from '#scripts/build/desktop.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const built = join(root, 'out/main');

beforeAll(() => buildDesktop(root), 60_000);

/** Runs a built service as a plain Node process, which it can do as well. */
function start(name: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = fork(join(built, `${name}.js`), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('the preload script is one CommonJS file that needs Electron alone', () => {
  const [file, ...others] = globSync('out/preload/**/*.*', { cwd: root });
  expect([file, others]).toEqual([join('out/preload/preload.cjs'), []]);
  const script = readFileSync(join(root, 'out/preload/preload.cjs'), 'utf8');
  expect([...script.matchAll(/require\("([^"]+)"\)/g)].map((match) => match[1])).toEqual(['electron']);
  expect(script).not.toMatch(/^(import|export) /m);
});

test('the shell imports Electron by name and no service’s packages', () => {
  const shell = readFileSync(join(built, 'main.js'), 'utf8');
  expect(shell).toMatch(/from "electron"/);
  expect(shell).not.toMatch(/from "(better-sqlite3|node-llama-cpp|pdfjs-dist|mammoth)/);
});

test('what built programs look for beside the sources is found from where they lie', () => {
  const missing = globSync('**/*.js', { cwd: built }).flatMap((file) => {
    const here = pathToFileURL(join(built, file));
    const code = readFileSync(here, 'utf8');
    return [...code.matchAll(/new URL\("(\.\.[^"]*node_modules[^"]*)", import\.meta\.url\)/g)]
      .map((match) => match[1] ?? '')
      .filter((place) => !existsSync(new URL(place, here)));
  });
  expect(missing).toEqual([]);
});

test('the built engine opens a library and closes it when asked', async () => {
  const library = await mkdtemp(join(tmpdir(), 'quipu-built-'));
  onTestFinished(() => rm(library, { recursive: true, force: true }));
  const engine = start('engine', { [libraryVariable]: library });
  expect((await once(engine, 'message'))[0]).toMatchObject({ type: 'ready' });
  expect(existsSync(join(library, 'library.db'))).toBe(true);
  engine.send({ type: 'stop' });
  expect((await once(engine, 'exit'))[0]).toBe(0);
});

test('the built parser reads a file', async () => {
  const parser = start('parser');
  const bytes = new TextEncoder().encode('# Minutes\n\nWe take the oak worktop.');
  const request: ParseRequest = { id: 7, bytes, meta: { name: 'minutes.md', modifiedMs: 0 } };
  const content = new Promise<ParserReply>((resolve) => {
    parser.on('message', (reply: ParserReply) => {
      if (reply.type === 'ready') parser.send(request);
      else resolve(reply);
    });
  });
  expect(await content).toMatchObject({ type: 'content', id: 7, content: { state: 'indexed' } });
});
