import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/ws';
import { silentLog } from '#main/hosts/services/logs/logs.ts';
import { engineAddress } from '#main/hosts/services/socket/address.ts';
import { openSocket } from '#main/hosts/services/socket/connect.ts';
import { serveSocket } from '#main/hosts/services/socket/serve.ts';
import { servePage } from '#main/hosts/web/serve-page.ts';
import { buildPage } from './build-page.ts';
import type { SampleEngine } from './sample-engine.ts';

/** Something that shows the page: the web host, or Electron. */
export interface PageHost {
  /** The address to open, with its key. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SampleHost extends PageHost {
  /** Stops the engine, as a crash would; `startEngine` starts it again. */
  stopEngine(): Promise<void>;
  startEngine(): Promise<void>;
}

/** The real web host in front of an engine that holds sample data: every state of the page, without files or models. */
export async function startSampleHost(engine: SampleEngine): Promise<SampleHost> {
  const assetsDir = await buildPage();
  const dir = await mkdtemp(join(tmpdir(), 'quipu-page-'));
  const address = engineAddress(dir);
  const handler = new RPCHandler(engine.router);
  const serve = () =>
    serveSocket(address, (socket) => void handler.upgrade(socket, { context: {} }), silentLog);
  let running = await serve();
  const engineSocket = async () => {
    const socket = await openSocket(address);
    if (socket === null) throw new Error('The sample engine is stopped.');
    return socket;
  };
  const page = await servePage({ assetsDir, engineSocket, port: 0 });
  return {
    url: page.url,
    stopEngine: () => running.close(),
    startEngine: async () => {
      running = await serve();
    },
    close: async () => {
      await page.close();
      await running.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
