import { expect, test } from 'vitest';
import { memoryMark, rssLimitVariable } from '#main/hosts/services/guard.ts';
import { createHostSpawner } from '#main/hosts/services/host-spawner.ts';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import type { ServicePort } from '#main/hosts/services/service.ts';
import { FakePlatform } from './testing/fake-platform.ts';
import type { Program } from './testing/fake-utilities.ts';
import { createUtilitySpawner } from './utility-spawner.ts';

const entries = new URL('file:///app/out/main/');
const echo: Program = (port) => port.on('message', ({ data }) => port.postMessage({ echoed: data }));

function setUp(programs: Readonly<Record<string, Program>>) {
  const platform = new FakePlatform('/app', programs);
  return { platform, spawner: createUtilitySpawner(platform, entries, silentLog) };
}

const nextMessage = (port: ServicePort): Promise<unknown> =>
  new Promise((resolve) => port.on('message', ({ data }) => resolve(data)));

test('a service runs as a utility process and talks over a port of its own', async () => {
  const { platform, spawner } = setUp({ models: echo });
  const service = await spawner.spawn('models', { EXTRA: 'yes' });
  const heard = nextMessage(service.port);
  service.port.postMessage(new Uint8Array([1, 2]));
  expect(await heard).toEqual({ echoed: new Uint8Array([1, 2]) });
  const [forked] = platform.utilityProcess.forked;
  expect(forked?.modulePath).toBe('/app/out/main/models.js');
  expect(forked?.options.env).toMatchObject({ EXTRA: 'yes', NODE_OPTIONS: '' });
  service.kill();
  expect(await service.exited).toEqual({ code: 0, reason: null });
});

test('a parser gets limits on its memory and nothing of the person’s environment', async () => {
  process.env['QUIPU_TEST_PERSONAL'] = 'mine';
  const { platform, spawner } = setUp({ parser: echo });
  await spawner.spawn('parser', {});
  delete process.env['QUIPU_TEST_PERSONAL'];
  const { env, execArgv } = platform.utilityProcess.forked[0]?.options ?? {};
  expect(execArgv).toEqual(['--js-flags=--max-old-space-size=640']);
  expect(env).toHaveProperty(rssLimitVariable);
  expect(env).not.toHaveProperty('QUIPU_TEST_PERSONAL');
  expect(env).not.toHaveProperty('HOME');
});

test('a process that the guard ended for its size says so', async () => {
  const { spawner } = setUp({ parser: echo });
  const platform = setUp({
    parser: (_port, child) => {
      child.stderr.write(`${memoryMark}\n`);
      setTimeout(() => child.exit(9), 20);
    },
  });
  expect((await spawner.spawn('parser', {})).pid).toBeGreaterThan(0);
  const bomb = await platform.spawner.spawn('parser', {});
  expect(await bomb.exited).toEqual({ code: 9, reason: 'memory' });
});

test('a service that cannot start is an error', async () => {
  const { spawner } = setUp({});
  await expect(spawner.spawn('models', {})).rejects.toThrow('models');
});

test('an engine gets services of its own, talks to them directly, and takes them with it', async () => {
  const said = Promise.withResolvers<unknown>();
  const ended = Promise.withResolvers<unknown>();
  const ready = Promise.withResolvers<void>();
  const { platform, spawner } = setUp({
    parser: echo,
    engine: (port) => {
      const own = createHostSpawner(port);
      void (async () => {
        const first = await own.spawn('parser', {});
        first.port.on('message', ({ data }) => said.resolve(data));
        first.port.postMessage('a file');
        await said.promise;
        first.kill();
        ended.resolve(await first.exited);
        await own.spawn('parser', {});
        ready.resolve();
      })();
    },
  });
  const engine = await spawner.spawn('engine', {});
  await ready.promise;
  expect(await said.promise).toEqual({ echoed: 'a file' });
  expect(await ended.promise).toEqual({ code: 0, reason: null });
  const parser = platform.utilityProcess.forked.at(-1)?.child;
  const parserGone = new Promise((resolve) => parser?.once('exit', resolve));
  engine.kill();
  await engine.exited;
  await parserGone;
  expect(platform.utilityProcess.forked.map(({ child }) => child.pid)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('an engine is told when its service cannot start', async () => {
  const failed = Promise.withResolvers<unknown>();
  const { spawner } = setUp({
    engine: (port) => {
      createHostSpawner(port).spawn('models', {}).catch(failed.resolve);
    },
  });
  await spawner.spawn('engine', {});
  expect(String(await failed.promise)).toContain('models');
});
