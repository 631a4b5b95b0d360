import type { Folders } from '#main/app/folders.ts';
import { accessEngine, type EngineAccess } from '#main/hosts/services/attach.ts';
import { type LogFile, openLog } from '#main/hosts/services/logs/logs.ts';
import { createNodeSpawner } from '#main/hosts/services/node-spawner.ts';
import type { ServiceSpawner } from '#main/hosts/services/service.ts';
import { type EngineClient, isLostEngine } from '#main/hosts/services/socket/connect.ts';

/** An engine that is lost on the way is reached again this often: it restarts, or its host has left. */
const attempts = 3;

/** What a command works with: the folders, a way to the engine, and the signal of Ctrl-C. */
export interface Session {
  readonly folders: Folders;
  readonly signal: AbortSignal;
  readonly log: LogFile;
  readonly spawner: ServiceSpawner;
  readonly engine: EngineAccess;
  /**
   * Runs `work` on the engine, attached or started. Where the engine stops on the way `work` runs again, so it
   * must bear that: it asks, or does what is the same done twice. Throws Faults.
   */
  ask<T>(work: (client: EngineClient) => Promise<T>): Promise<T>;
  /** Ends what this session started. */
  close(): Promise<void>;
}

export function openSession(folders: Folders, signal: AbortSignal): Session {
  const log = openLog(folders.logs, 'host');
  const spawner = createNodeSpawner(log);
  const engine = accessEngine({ folders, spawner, log });
  return {
    folders,
    signal,
    log,
    spawner,
    engine,
    ask: (work) => askAgain(engine, work, attempts, signal),
    async close() {
      await engine.release();
      await log.close();
    },
  };
}

async function askAgain<T>(
  engine: EngineAccess,
  work: (client: EngineClient) => Promise<T>,
  left: number,
  signal: AbortSignal,
): Promise<T> {
  const connection = await engine.connect();
  try {
    return await work(connection.client);
  } catch (error) {
    if (!isLostEngine(error) || left <= 1 || signal.aborted) throw error;
  } finally {
    connection.close();
  }
  return askAgain(engine, work, left - 1, signal);
}
