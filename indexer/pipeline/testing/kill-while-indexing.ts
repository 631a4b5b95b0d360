import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Change } from '../../store/changes.ts';
import { type Library, openLibrary } from '../../store/library.ts';

const program = fileURLToPath(new URL('./index-folder.ts', import.meta.url));
/** A kill comes up to this long after a commit: anywhere between two of them. */
const spreadMs = 20;

export interface KillOptions {
  readonly libraryDir: string;
  readonly folder: string;
  readonly kills: number;
  /** About how many chunks are written and embedded, both counted: the kills are spread over that. */
  readonly work: number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** The embedder's file; without one nothing is embedded. */
  readonly model?: string;
  readonly onSeen?: (seen: Seen) => void;
}

/** What the library held after a run. */
export interface Seen {
  readonly run: number;
  readonly wasKilled: boolean;
  readonly filesRead: number;
  readonly documents: number;
  readonly chunks: number;
  readonly embedded: number;
  /** Milliseconds from the start of the process to its first answer, and until it had looked through its source. */
  readonly ready: ReadyMs;
  /** In words; empty where all is well. */
  readonly problems: readonly string[];
}

/** Null where it was killed before. */
type ReadyMs = Record<ReadyTold['stage'], number | null>;

/**
 * Indexes the folder in a process of its own that is killed by SIGKILL at random moments and started again, and lets
 * it come to its end at last. After each run the library must be sound and no finished work done again.
 */
export async function killWhileIndexing(options: KillOptions): Promise<Seen[]> {
  const ledger = new Map<string, string>();
  const done: Work = { modelId: null, chunksAdded: 0, embedded: 0 };
  const all: Seen[] = [];
  for (let run = 1; run <= options.kills + 1; run++) {
    const isLast = run > options.kills;
    // A commit of many chunks overshoots, so that half of an even share is enough for each.
    const share = options.random() / (options.kills + 1);
    const ready: ReadyMs = { answers: null, reconciled: null };
    const wasKilled = await runOnce(options, done, ready, isLast ? null : Math.ceil(share * options.work));
    const seen = { run, wasKilled, ready, ...lookInto(options.libraryDir, ledger, done) };
    options.onSeen?.(seen);
    all.push(seen);
    if (!wasKilled) break;
  }
  return all;
}

/** What the runs told of their commits; the last ones before a kill may have gone untold. */
interface Work {
  modelId: string | null;
  chunksAdded: number;
  embedded: number;
}

export type WorkTold = Pick<Change, 'type'> & { readonly chunks: number; readonly modelId: string | null };

export interface ReadyTold {
  readonly type: 'ready';
  readonly stage: 'answers' | 'reconciled';
  readonly afterMs: number;
}

/** Returns whether it was killed; `work` null lets it end. */
async function runOnce(
  options: KillOptions,
  done: Work,
  ready: ReadyMs,
  work: number | null,
): Promise<boolean> {
  const { libraryDir, folder, model } = options;
  const child = fork(program, [libraryDir, folder, ...(model === undefined ? [] : [model])], {
    execArgv: [],
  });
  const exited: Promise<unknown[]> = once(child, 'exit');
  let left = work ?? Number.POSITIVE_INFINITY;
  child.on('message', (message) => {
    const told = message as WorkTold | ReadyTold;
    if (told.type === 'ready') {
      ready[told.stage] = told.afterMs;
      return;
    }
    note(done, told);
    const isDue = left > 0 && told.chunks >= left;
    left -= told.chunks;
    if (isDue) void killSoon(child, options.random() * spreadMs);
  });
  const [code, signal] = await exited;
  if (signal !== 'SIGKILL' && code !== 0)
    throw new Error(`indexing ended with code ${code}, signal ${signal}`);
  return signal === 'SIGKILL';
}

async function killSoon(child: ChildProcess, delayMs: number): Promise<void> {
  await rest(delayMs);
  child.kill('SIGKILL');
}

function note(done: Work, told: WorkTold): void {
  if (told.type === 'chunks-added') done.chunksAdded += told.chunks;
  // A quotation goes where the mail is found that it quotes; that a file is read again is seen by its time.
  if (told.type === 'chunks-removed') done.chunksAdded -= told.chunks;
  if (told.type !== 'embedded') return;
  done.modelId = told.modelId;
  done.embedded += told.chunks;
}

function lookInto(
  libraryDir: string,
  ledger: Map<string, string>,
  done: Work,
): Omit<Seen, 'run' | 'wasKilled' | 'ready'> {
  const library = openLibrary(libraryDir);
  try {
    const problems = library.integrity();
    const now = new Map(readTimes(library));
    for (const path of ledger.keys()) if (!now.has(path)) problems.push(`${path} is lost`);
    for (const [path, readAt] of now) {
      if ((ledger.get(path) ?? readAt) !== readAt) problems.push(`${path} was read again`);
      ledger.set(path, readAt);
    }
    const { documents, chunks } = library.documents.totals();
    const embedded = done.modelId === null ? 0 : library.embeddings.progress(done.modelId).embedded;
    if (done.chunksAdded > chunks) problems.push(`${done.chunksAdded} chunks were written for ${chunks}`);
    if (done.embedded > embedded) problems.push(`${done.embedded} chunks were embedded for ${embedded}`);
    return { filesRead: ledger.size, documents, chunks, embedded, problems };
  } finally {
    library.close();
  }
}

function readTimes(library: Library): [string, string][] {
  return library.sources
    .list()
    .flatMap(({ sourceId }) => library.files.list(sourceId))
    .flatMap(({ path, state, readAt }): [string, string][] =>
      state === 'pending' || readAt === null ? [] : [[path, readAt]],
    );
}
