import { setTimeout as delay } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { Log } from '#indexer/pipeline/log.ts';
import type { Folders } from '#main/app/folders.ts';
import { Fault } from '#main/contract/fault.ts';
import { libraryVariable, requestStop, whenReady } from './engine-control.ts';
import type { ServiceSpawner } from './service.ts';
import { engineAddress } from './socket/address.ts';
import { connectEngine, type EngineConnection, openSocket } from './socket/connect.ts';
import { type Supervised, supervise } from './supervisor.ts';

export interface EngineOptions {
  readonly folders: Folders;
  readonly spawner: ServiceSpawner;
  readonly log: Log & { readonly path: string };
  /** How long a library may stay locked with nobody answering: another host starts or closes its engine. */
  readonly waitMs?: number;
}

/** The way to a library's engine: another host's where one runs, else a supervised child of this host. */
export interface EngineAccess {
  /**
   * A connection for calls; waits for a restart under way. Throws the Fault of opening the library,
   * `library-in-use` where it stays locked and nobody answers, `service-failed`, `engine-unreachable`.
   */
  connect(): Promise<EngineConnection>;
  /** The same, as a plain socket to pass frames on. */
  socket(): Promise<WebSocket>;
  /** Ends the engine where it is this host's child; another's goes on. */
  release(): Promise<void>;
}

/**
 * Hosts may come at the same moment: each tries to attach, then to start; the library's lock lets one win and the
 * others attach to it. An engine whose host leaves is replaced by one of the hosts that still need it.
 */
export function accessEngine(options: EngineOptions): EngineAccess {
  return new Access(options);
}

class Access implements EngineAccess {
  readonly #options: EngineOptions;
  #own: Supervised<string> | null = null;
  #starting: Promise<void> | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  connect(): Promise<EngineConnection> {
    return this.#reach(connectEngine);
  }

  socket(): Promise<WebSocket> {
    return this.#reach(openSocket);
  }

  async release(): Promise<void> {
    await this.#own?.stop();
  }

  async #reach<T>(dial: (address: string) => Promise<T | null>): Promise<T> {
    const deadline = Date.now() + (this.#options.waitMs ?? 15_000);
    for (;;) {
      const reached = await dial(await this.#address());
      if (reached !== null) return reached;
      // Before the start: an engine that took so long to open, on a busy computer, is to be used.
      if (Date.now() > deadline) throw this.#giveUp();
      if (this.#own === null) {
        this.#starting ??= this.#start().finally(() => {
          this.#starting = null;
        });
        await this.#starting;
      }
      if (this.#own === null) await delay(100);
    }
  }

  async #address(): Promise<string> {
    const own = this.#own;
    try {
      if (own !== null) return await own.use();
    } catch (error) {
      if (!isInUse(error)) throw error;
      // It crashed, and another host's engine was there before the next of ours.
      if (this.#own === own) this.#own = null;
    }
    return engineAddress(this.#options.folders.library);
  }

  /** Makes the engine our own child, unless another host holds the library. */
  async #start(): Promise<void> {
    const engine = superviseEngine(this.#options);
    try {
      await engine.use();
      this.#own = engine;
    } catch (error) {
      await engine.stop();
      if (!isInUse(error)) throw error;
    }
  }

  #giveUp(): Fault {
    const { library } = this.#options.folders;
    return this.#own === null
      ? new Fault('library-in-use', { path: library })
      : new Fault('engine-unreachable');
  }
}

function isInUse(error: unknown): boolean {
  return error instanceof Fault && error.code === 'library-in-use';
}

/** The engine of a library as a supervised child; `use` gives the address where it listens. */
function superviseEngine({ folders, spawner, log }: EngineOptions): Supervised<string> {
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
