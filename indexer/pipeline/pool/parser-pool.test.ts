import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileMeta } from '../../sources/parser.ts';
import { createParserPool, type ParserPool, type ParserProcess } from './parser-pool.ts';

const entry = fileURLToPath(new URL('./testing/misbehaving-child.ts', import.meta.url));
const { signal } = new AbortController();
let pool: ParserPool | undefined;
let spawned = 0;
let running = 0;

async function spawn(args: readonly string[] = []): Promise<ParserProcess> {
  const child = fork(entry, [...args], { serialization: 'advanced', execArgv: [] });
  await once(child, 'spawn');
  spawned++;
  running++;
  child.once('exit', () => running--);
  return {
    pid: child.pid ?? 0,
    port: {
      postMessage: (message) => void (child.connected && child.send(message as object, () => undefined)),
      on: (_event, listener) => child.on('message', (data) => listener({ data })),
    },
    exited: once(child, 'exit').then(([code]: unknown[]) => ({
      code: typeof code === 'number' ? code : null,
    })),
    kill: () => void child.kill('SIGKILL'),
  };
}

interface Opened {
  size?: number;
  wallMs?: number;
  restsMs?: readonly [number, number];
  args?: readonly string[];
}

function open({ args = [], ...options }: Opened = {}): ParserPool {
  spawned = 0;
  pool = createParserPool({ size: 2, wallMs: 5000, ...options, spawn: () => spawn(args) });
  return pool;
}

function read(name: string, abort = signal) {
  const meta: FileMeta = { name, modifiedMs: 0 };
  return (pool ?? open()).read(new Uint8Array(3), meta, abort);
}

afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

describe('the parser pool', () => {
  it('reads every file, by no more children than it may start', async () => {
    open({ size: 2 });
    const names = Array.from({ length: 40 }, (_, index) => `file-${index}`);
    const contents = await Promise.all(names.map((name) => read(name)));
    expect(contents.map(({ detail }) => detail)).toEqual(names);
    expect(new Set(contents.map(({ parserId }) => parserId)).size).toBe(2);
    expect(spawned).toBe(2);
  });

  it('stops a file that hangs and reads its neighbours', async () => {
    open({ size: 1, wallMs: 400 });
    const [before, hanging, after] = await Promise.all([read('a'), read('hang'), read('b')]);
    expect(hanging).toMatchObject({ state: 'failed', reason: 'parser-timeout', documents: [] });
    expect([before.detail, after.detail]).toEqual(['a', 'b']);
  });

  it('gives a file that crashed one more child, after those behind it, then says so', async () => {
    open({ size: 1 });
    const [crashing, after] = await Promise.all([read('crash'), read('b')]);
    expect(crashing).toMatchObject({ state: 'failed', reason: 'parser-crashed' });
    expect(after.detail).toBe('b');
    expect(spawned).toBe(2);
  });

  it('names memory where a child ended for it', async () => {
    open();
    expect(await read('heap')).toMatchObject({ state: 'failed', reason: 'parser-memory' });
  });

  it('replaces a child that one file left large', async () => {
    open({ size: 1 });
    const fat = await read('fat');
    const next = await read('a');
    expect(next.parserId).not.toBe(fat.parserId);
  });

  it('rejects what is aborted, before and while it is read, and goes on', async () => {
    open({ size: 1, wallMs: 400 });
    const abort = new AbortController();
    const hanging = read('hang', abort.signal);
    const waiting = read('a', abort.signal);
    abort.abort(new Error('no longer wanted'));
    await expect(hanging).rejects.toThrow('no longer wanted');
    await expect(waiting).rejects.toThrow('no longer wanted');
    await expect(read('b', abort.signal)).rejects.toThrow('no longer wanted');
    expect((await read('c')).detail).toBe('c');
  });

  it('blames no file where parsers do not start at all', async () => {
    open({ size: 1, args: ['never-ready'] });
    await expect(read('a')).rejects.toThrow('do not start');
  });

  it('keeps one child for a while without work, then none, and starts again', async () => {
    open({ size: 2, restsMs: [50, 1500] });
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => read(name)));
    await expect.poll(() => running, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => running, { timeout: 10_000 }).toBe(0);
    expect(await read('e')).toMatchObject({ detail: 'e' });
  });

  it('leaves no child behind', async () => {
    const running = open({ size: 2 });
    await Promise.all([read('a'), read('b')]);
    const stuck = read('hang');
    stuck.catch(() => undefined);
    await running.close();
    await expect(stuck).rejects.toThrow('closed');
  });
});
