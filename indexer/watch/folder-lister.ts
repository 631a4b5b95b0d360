import { Worker } from 'node:worker_threads';
import { type Sighting, type StatValues, sightingOf, unseen } from './sighting.ts';

/** A folder's entries in the order of the system, each looked at; or why it can't be listed. */
export type Listing =
  | { readonly names: readonly string[]; readonly sightingOf: (index: number) => Sighting }
  | { readonly failed: Sighting };

/** Lists folders and looks at their entries on a thread of its own. */
export interface FolderLister {
  list(folder: string): Promise<Listing>;
  close(): void;
}

/** The thread ends after this without work: a library that nothing happens to costs nothing. */
const idleMs = 5_000;
/** It holds one folder at a time. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

interface Request {
  readonly id: number;
  readonly folder: string;
}

/** `values`: seven for each name, in the order of `statAt`. */
type Reply =
  | {
      readonly id: number;
      readonly names: string[];
      readonly values: Float64Array;
      readonly failures: ReadonlyMap<number, string>;
    }
  | { readonly id: number; readonly code: string };

/**
 * For 100,000 files asking synchronously takes a quarter of the processor time of asking for promises, and a share that
 * hangs keeps a thread that nothing else needs.
 */
export function createFolderLister(): FolderLister {
  const waiting = new Map<number, PromiseWithResolvers<Listing>>();
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;

  const end = (error: Error): void => {
    clearTimeout(timer);
    const ended = worker;
    worker = null;
    void ended?.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    // Handed over as source: a worker file of its own would have to be found again in every bundle and archive.
    const started = new Worker(`(${serve.toString()})()`, { eval: true, resourceLimits });
    started.on('message', (reply: Reply) => {
      waiting.get(reply.id)?.resolve(listingOf(reply));
      waiting.delete(reply.id);
      clearTimeout(timer);
      if (waiting.size === 0) timer = setTimeout(() => end(new Error('idle')), idleMs).unref();
    });
    started.on('error', (error) => {
      if (worker === started) end(error);
    });
    started.unref();
    return started;
  };

  return {
    list(folder) {
      clearTimeout(timer);
      worker ??= start();
      const listing = Promise.withResolvers<Listing>();
      waiting.set(++lastId, listing);
      worker.postMessage({ id: lastId, folder } satisfies Request);
      return listing.promise;
    },
    close: () => end(new Error('the lister is closed')),
  };
}

function listingOf(reply: Reply): Listing {
  if ('code' in reply) return { failed: unseen(reply.code) };
  const { names, values, failures } = reply;
  return {
    names,
    sightingOf(index) {
      const code = failures.get(index);
      return code === undefined ? sightingOf(statAt(values, index)) : unseen(code);
    },
  };
}

function statAt(values: Float64Array, index: number): StatValues {
  const at = (offset: number): number => values[index * 7 + offset] ?? 0;
  return {
    dev: at(0),
    ino: at(1),
    mode: at(2),
    size: at(3),
    blocks: at(4),
    mtimeMs: at(5),
    ctimeMs: at(6),
  };
}

/** The thread's whole program; it may use nothing from outside itself. */
function serve(): void {
  const { lstatSync, readdirSync } = process.getBuiltinModule('node:fs');
  const { sep } = process.getBuiltinModule('node:path');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
  const list = (folder: string) => {
    const names = readdirSync(folder);
    const values = new Float64Array(names.length * 7);
    const failures = new Map<number, string>();
    const start = folder.endsWith(sep) ? folder : folder + sep;
    for (const [index, name] of names.entries()) {
      try {
        const { dev, ino, mode, size, blocks, mtimeMs, ctimeMs } = lstatSync(start + name);
        values.set([dev, ino, mode, size, blocks, mtimeMs, ctimeMs], index * 7);
      } catch (error) {
        failures.set(index, codeOf(error));
      }
    }
    return { names, values, failures };
  };
  parentPort?.on('message', ({ id, folder }: Request) => {
    try {
      const listed = list(folder);
      parentPort.postMessage({ id, ...listed } satisfies Reply, [listed.values.buffer]);
    } catch (error) {
      parentPort.postMessage({ id, code: codeOf(error) } satisfies Reply);
    }
  });
}
