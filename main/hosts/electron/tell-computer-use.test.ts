import { expect, test } from 'vitest';
import { toldComputer } from '#main/app/computer/told-computer.ts';
import type { ServicePort, ServiceProcess, ServiceSpawner } from '#main/hosts/services/service.ts';
import { tellComputerUse } from './tell-computer-use.ts';

test('an engine learns from the desktop how the computer is used; until then somebody is taken to be there', async () => {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const sent: unknown[] = [];
  const port: ServicePort = { postMessage: (message) => void sent.push(message), on: () => undefined };
  const exited = Promise.withResolvers<{ code: number; reason: null }>();
  const spawner: ServiceSpawner = {
    spawn: async (name): Promise<ServiceProcess> => ({
      ...{ name, pid: 1, port, kill: () => undefined },
      exited: exited.promise,
    }),
  };
  const computer = toldComputer({ on: (_event, listener) => listeners.push(listener) });
  expect(computer.use()).toEqual({ idleMs: { is: 0 }, onBattery: { is: false } });

  const telling = tellComputerUse(spawner, { getSystemIdleTime: () => 42, isOnBatteryPower: () => true });
  await telling.spawn('parser', {});
  expect(sent).toEqual([]);
  await telling.spawn('engine', {});
  for (const data of [{ type: 'stop' }, null, ...sent]) for (const listener of listeners) listener({ data });
  expect(computer.use()).toEqual({ idleMs: { is: 42_000 }, onBattery: { is: true } });
  exited.resolve({ code: 0, reason: null });
});
