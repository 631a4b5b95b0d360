import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#indexer/pipeline/log.ts';
import type { Folders } from '#main/app/folders.ts';
import { Fault } from '#main/contract/fault.ts';
import { libraryVariable, requestStop, whenReady } from './engine-control.ts';
import type { ServiceSpawner } from './service.ts';
import { engineAddress } from './socket/address.ts';
import { connectEngine, type EngineConnection } from './socket/connect.ts';
import { type Supervised, supervise } from './supervisor.ts';

/** How long a library may stay locked with nobody answering: another host is starting or closing its engine. */
const waitForOtherMs = 15_000;

export interface AttachOptions {
  readonly folders: Folders;
  readonly spawner: ServiceSpawner;
  readonly log: Log & { readonly path: string };
}

/** The library's engine: this host's own child, or another host's. */
export interface EngineHandle {
  readonly owned: boolean;
  /** Connects anew; waits for a restart under way. Throws Fault `engine-unreachable`, `service-failed`. */
  connect(): Promise<EngineConnection>;
  /** Ends the engine where it is ours; another's goes on. */
  release(): Promise<void>;
}

/** Starts the engine of a library as a supervised child; `use` gives its address. */
export function superviseEngine({ folders, spawner, log }: AttachOptions): Supervised<string> {
  return supervise({
    label: 'engine',
    start: () => spawner.spawn('engine', { [libraryVariable]: folders.library }),
    connect: whenReady,
    askToStop: requestStop,
    keepRunning: true,
    log,
    logPath: log.path,
    stopMs: 10_000,
  });
}

/**
 * Attaches to the engine that has the library open, or starts one. Two hosts may try at once: the library's lock
 * lets one win, and the other attaches to it. Throws what opening the library throws, and `library-in-use` where
 * the library stays locked and nobody answers.
 */
export async function attachOrStart(options: AttachOptions): Promise<EngineHandle> {
  const address = engineAddress(options.folders.library);
  const deadline = Date.now() + waitForOtherMs;
  for (;;) {
    const attached = await attach(address);
    if (attached !== null) return attached;
    const engine = superviseEngine(options);
    try {
      await engine.use();
      return ownHandle(engine);
    } catch (error) {
      await engine.stop();
      const locked = error instanceof Fault && error.code === 'library-in-use';
      if (!locked || Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}

async function attach(address: string): Promise<EngineHandle | null> {
  const first = await connectEngine(address);
  if (first === null) return null;
  let unused: EngineConnection | null = first;
  return {
    owned: false,
    async connect() {
      const connection = unused ?? (await connectEngine(address));
      unused = null;
      if (connection === null) throw new Fault('engine-unreachable');
      return connection;
    },
    async release() {
      unused?.close();
    },
  };
}

function ownHandle(engine: Supervised<string>): EngineHandle {
  return {
    owned: true,
    async connect() {
      const connection = await connectEngine(await engine.use());
      if (connection === null) throw new Fault('engine-unreachable');
      return connection;
    },
    release: () => engine.stop(),
  };
}
