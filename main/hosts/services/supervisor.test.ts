import { describe, expect, it } from 'vitest';
import { Fault } from '#main/contract/fault.ts';
import { silentLog } from './logs/logs.ts';
import { createNodeSpawner } from './node-spawner.ts';
import type { ServiceProcess } from './service.ts';
import { type SupervisedOptions, supervise } from './supervisor.ts';
import { isAlive, testEntries } from './test-entries.ts';

const program = `
  import { startGuard } from 'SERVICES/guard.ts';
  import { followHost, ownPort } from 'SERVICES/own-port.ts';
  startGuard();
  followHost();
  const port = ownPort();
  port.on('message', ({ data }) => process.exit(data));
  port.postMessage({ pid: process.pid });
`;

function service(over: Partial<SupervisedOptions<ServiceProcess>> = {}) {
  const entries = testEntries({ models: program });
  const spawner = createNodeSpawner(silentLog, entries);
  return supervise<ServiceProcess>({
    label: 'model service',
    start: () => spawner.spawn('models', {}),
    connect: (process) => new Promise((resolve) => process.port.on('message', () => resolve(process))),
    askToStop: (process) => process.port.postMessage(0),
    keepRunning: false,
    log: silentLog,
    logPath: '/log',
    backOffMs: [0, 5],
    ...over,
  });
}

function crash(supervised: ReturnType<typeof service>): Promise<Fault> {
  const told = new Promise<Fault>((resolve) => {
    const stopListening = supervised.onCrash((fault) => {
      stopListening();
      resolve(fault);
    });
  });
  void supervised.use().then((process) => process.port.postMessage(3));
  return told;
}

describe('a supervised service', () => {
  it('starts at the first use and ends when stopped', async () => {
    const supervised = service();
    expect(supervised.pid()).toBeNull();
    const { pid } = await supervised.use();
    expect(await supervised.use()).toMatchObject({ pid });
    await supervised.stop();
    expect(isAlive(pid)).toBe(false);
    await expect(supervised.use()).rejects.toMatchObject({ code: 'service-stopped' });
  });

  it('tells of a crash with a fault and starts again at the next use', async () => {
    const supervised = service();
    const first = await supervised.use();
    expect(await crash(supervised)).toMatchObject({
      code: 'service-stopped',
      detail: { service: 'model service' },
    });
    const second = await supervised.use();
    expect(second.pid).not.toBe(first.pid);
    await supervised.stop();
  });

  it('starts again by itself where it is to keep running', async () => {
    const supervised = service({ keepRunning: true });
    const first = await supervised.use();
    const crashed = crash(supervised);
    await crashed;
    expect((await supervised.use()).pid).not.toBe(first.pid);
    await supervised.stop();
  });

  it('is given up after so many crashes in a row', async () => {
    const supervised = service({ crashLimit: 3 });
    expect((await crash(supervised)).code).toBe('service-stopped');
    expect((await crash(supervised)).code).toBe('service-stopped');
    expect(await crash(supervised)).toMatchObject({
      code: 'service-failed',
      detail: { times: 3, log: '/log' },
    });
    await expect(supervised.use()).rejects.toMatchObject({ code: 'service-failed' });
  });

  it('is not given up for crashes between which it did its work', async () => {
    const supervised = service({ crashLimit: 2 });
    for (let round = 0; round < 4; round++) {
      expect((await crash(supervised)).code).toBe('service-stopped');
      await supervised.use();
      supervised.proved();
    }
    await supervised.stop();
  });

  it('counts a start that never succeeds as crashes', async () => {
    const supervised = service({ start: () => Promise.reject(new Error('EAGAIN')), crashLimit: 2 });
    await expect(supervised.use()).rejects.toMatchObject({ code: 'service-stopped' });
    await expect(supervised.use()).rejects.toMatchObject({ code: 'service-stopped' });
    await expect(supervised.use()).rejects.toMatchObject({ code: 'service-failed' });
  });

  it('does not retry what its start reports as a fault', async () => {
    const newer = new Fault('library-newer', { path: '/library' });
    const supervised = service({ connect: () => Promise.reject(newer), keepRunning: true });
    await expect(supervised.use()).rejects.toBe(newer);
    await expect(supervised.use()).rejects.toBe(newer);
    await supervised.stop();
  });

  it('kills one that does not end when asked', async () => {
    const supervised = service({ askToStop: () => undefined, stopMs: 10 });
    const { pid } = await supervised.use();
    await supervised.stop();
    expect(isAlive(pid)).toBe(false);
  });
});
