import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { rssLimitVariable } from './guard.ts';
import { silentLog } from './logs/logs.ts';
import { createNodeSpawner } from './node-spawner.ts';
import type { ServiceProcess } from './service.ts';
import { isAlive, testEntries } from './test-entries.ts';

const guarded = `
  import { startGuard } from 'SERVICES/guard.ts';
  import { followHost, ownPort } from 'SERVICES/own-port.ts';
  startGuard();
  followHost();
  const port = ownPort();
`;

function nextMessage(service: ServiceProcess): Promise<unknown> {
  return new Promise((resolve) => service.port.on('message', ({ data }) => resolve(data)));
}

it('messages go both ways, binary ones too', async () => {
  const entries = testEntries({
    models: `${guarded} port.on('message', ({ data }) => port.postMessage(data));`,
  });
  const service = await createNodeSpawner(silentLog, entries).spawn('models', {});
  const reply = nextMessage(service);
  service.port.postMessage(new Uint8Array([1, 2, 3]));
  expect(await reply).toEqual(new Uint8Array([1, 2, 3]));
  service.kill();
  expect(await service.exited).toEqual({ code: null, reason: null });
});

it('a parser can read no file of the person, write none and start nothing', async () => {
  const entries = testEntries({
    parser: `${guarded}
      import { spawnSync } from 'node:child_process';
      import { readFileSync, writeFileSync } from 'node:fs';
      const tried = [
        () => readFileSync('/etc/passwd'),
        () => writeFileSync('/tmp/quipu-parser-wrote', ''),
        () => spawnSync('true'),
        () => { if (process.env.HOME !== undefined) throw new Error('HOME'); throw { code: 'none' }; },
      ];
      port.postMessage(tried.map((act) => { try { act(); return 'done'; } catch (error) { return error.code; } }));`,
  });
  const service = await createNodeSpawner(silentLog, entries).spawn('parser', {});
  const denied = 'ERR_ACCESS_DENIED';
  expect(await nextMessage(service)).toEqual([denied, denied, denied, 'none']);
  service.kill();
});

it('a child that passes its memory limit is ended and says why, even out of a synchronous loop', async () => {
  const entries = testEntries({
    models: `${guarded} const held = []; for (;;) held.push(Buffer.alloc(1_000_000, 1));`,
  });
  const service = await createNodeSpawner(silentLog, entries).spawn('models', { [rssLimitVariable]: '200' });
  expect(await service.exited).toEqual({ code: null, reason: 'memory' });
});

it('kill -9 of the host leaves no orphan: neither its child nor a grandchild stuck in a loop', async () => {
  const entries = testEntries({
    host: `
      import { createNodeSpawner } from 'SERVICES/node-spawner.ts';
      import { silentLog } from 'SERVICES/logs/logs.ts';
      const engine = await createNodeSpawner(silentLog, new URL('./', import.meta.url)).spawn('engine', {});
      engine.port.on('message', ({ data }) => console.log(JSON.stringify([engine.pid, data])));`,
    engine: `${guarded}
      import { createNodeSpawner } from 'SERVICES/node-spawner.ts';
      import { silentLog } from 'SERVICES/logs/logs.ts';
      const models = await createNodeSpawner(silentLog, new URL('./', import.meta.url)).spawn('models', {});
      models.port.on('message', () => port.postMessage(models.pid));`,
    models: `${guarded} port.postMessage('looping'); setTimeout(() => { for (;;) {} }, 50);`,
  });
  const host = spawn(process.execPath, [fileURLToPath(new URL('host.ts', entries))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { value } = await createInterface({ input: host.stdout })[Symbol.asyncIterator]().next();
  const pids = JSON.parse(String(value)) as number[];
  expect(pids.map(isAlive)).toEqual([true, true]);
  host.kill('SIGKILL');
  await vi.waitFor(() => expect(pids.map(isAlive)).toEqual([false, false]), { timeout: 10_000 });
});
