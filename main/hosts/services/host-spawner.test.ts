import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createHostSpawner } from './host-spawner.ts';
import type { HandingPort, StartedPort } from './own-port.ts';
import type { SpawnNews, SpawnRequest } from './spawn-requests.ts';

class ControlPort extends EventEmitter {
  readonly sent: SpawnRequest[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message as SpawnRequest);
  }
  hear(data: SpawnNews | { type: 'stop' }, ports: readonly StartedPort[] = []): void {
    this.emit('message', { data, ports });
  }
}

function setUp() {
  const control = new ControlPort();
  return { control, spawner: createHostSpawner(control as ControlPort & HandingPort) };
}

function port(): StartedPort & { readonly started: Promise<void> } {
  const started = Promise.withResolvers<void>();
  return {
    postMessage: () => undefined,
    on: () => undefined,
    start: started.resolve,
    started: started.promise,
  };
}

test('a service that the host started comes with the port that the host handed over', async () => {
  const { control, spawner } = setUp();
  const asked = spawner.spawn('parser', { QUIPU_RSS_LIMIT_MB: '900' });
  expect(control.sent).toEqual([
    { type: 'spawn', id: 1, name: 'parser', env: { QUIPU_RSS_LIMIT_MB: '900' } },
  ]);
  const handed = port();
  control.hear({ type: 'spawned', id: 1, pid: 4711 }, [handed]);
  const service = await asked;
  expect(service.pid).toBe(4711);
  expect(service.port).toBe(handed);
  await handed.started;
});

test('each service hears of its own end, with the reason', async () => {
  const { control, spawner } = setUp();
  const both = [spawner.spawn('parser', {}), spawner.spawn('parser', {})];
  control.hear({ type: 'spawned', id: 2, pid: 12 }, [port()]);
  control.hear({ type: 'spawned', id: 1, pid: 11 }, [port()]);
  const [first, second] = await Promise.all(both);
  control.hear({ type: 'stop' });
  control.hear({ type: 'exited', id: 2, code: null, reason: 'memory' });
  expect(await second?.exited).toEqual({ code: null, reason: 'memory' });
  first?.kill();
  expect(control.sent.at(-1)).toEqual({ type: 'kill', id: 1 });
});

test('a service that the host cannot start is an error, not a wait', async () => {
  const { control, spawner } = setUp();
  const asked = spawner.spawn('models', {});
  control.hear({ type: 'not-spawned', id: 1 });
  await expect(asked).rejects.toThrow('models');
});
