import { setTimeout as delay } from 'node:timers/promises';
import type { Embedder } from '#models/embed/embedder.ts';
import type { WatchEvents } from '../../watch/watch-source.ts';
import { watchSource } from '../../watch/watch-source.ts';
import type { ParserPool } from '../pool/parser-pool.ts';
import { type Indexing, startIndexing } from './indexing.ts';
import { growTree, type RandomTree, wordOf } from './random-tree.ts';

export interface RandomRun {
  readonly pool: ParserPool;
  /** null leaves the embedding out. */
  readonly embedder: Embedder | null;
  readonly random: () => number;
  readonly operations: number;
  readonly restarts: number;
  /** Share of the watcher's events that get lost. */
  readonly lost: number;
}

export interface RandomOutcome {
  readonly files: number;
  readonly embedded: number;
  /** What the index says otherwise than the disk, and what was embedded again though it was known. */
  readonly problems: readonly string[];
}

const settleMs = 400;
/** Changes between two moments in which the index gets to look. */
const burst = 25;

/** Changes a tree at random while it is indexed, with events lost and restarts, and compares index and disk at the end. */
export async function operateAtRandom(run: RandomRun): Promise<RandomOutcome> {
  const embedded: Embedded = { notes: new Set(), again: [], texts: 0 };
  const at = startIndexing(run.pool, {
    settleMs,
    embedder: async () => run.embedder && counting(run.embedder, embedded),
    watch: (scope, isFolder, events) => watchSource(scope, isFolder, losing(events, run)),
  });
  try {
    const tree = growTree(at.folder, run.random);
    followEmbedded(at, embedded);
    await at.indexer.add(at.folder);
    const perRestart = Math.ceil(run.operations / (run.restarts + 1));
    for (let done = 0; done < run.operations; done += perRestart) {
      if (done > 0) {
        await at.restart(() => change(tree, burst));
        followEmbedded(at, embedded);
      }
      await live(at, tree, Math.min(perRestart, run.operations - done), run.random);
    }
    await catchUp(at);
    return {
      files: tree.files.size,
      embedded: embedded.texts,
      problems: [
        ...difference(at, tree),
        ...embedded.again.map((note) => `${wordOf(note)} was embedded again`),
      ],
    };
  } finally {
    await at.close();
  }
}

function change(tree: RandomTree, count: number): void {
  for (let n = 0; n < count; n++) tree.change();
}

async function live(at: Indexing, tree: RandomTree, count: number, random: () => number): Promise<void> {
  for (let left = count; left > 0; left -= burst) {
    change(tree, Math.min(burst, left));
    // Sometimes the index catches up, sometimes it is in the middle of everything.
    if (random() < 0.1) await at.indexer.whenIdle(AbortSignal.timeout(120_000));
    else await delay(random() * 30);
  }
}

/** The reconcile that heals what lost events left, and what it leads to. */
async function catchUp(at: Indexing): Promise<void> {
  for (const { sourceId } of at.library.sources.list()) await at.indexer.rescan(sourceId);
  await at.indexer.whenIdle(AbortSignal.timeout(300_000));
  await delay(2 * settleMs);
  await at.indexer.whenIdle(AbortSignal.timeout(300_000));
}

function difference(at: Indexing, tree: RandomTree): string[] {
  const held = new Map<string, string[]>();
  for (const [path, { note }] of tree.files) {
    const word = wordOf(note);
    held.set(word, [...(held.get(word) ?? []), path]);
  }
  const problems: string[] = [];
  for (let note = 0; note < tree.notes; note++) {
    const word = wordOf(note);
    const onDisk = (held.get(word) ?? []).map((path) => path.slice(at.folder.length + 1)).sort();
    const found = at.finds(word).sort();
    if (found.join() !== onDisk.join()) problems.push(`${word}: on disk in ${onDisk}, found in ${found}`);
  }
  for (const problem of at.library.integrity()) problems.push(problem);
  return problems;
}

/** The notes whose embedding has been written; what is asked for once more was forgotten. */
interface Embedded {
  readonly notes: Set<number>;
  readonly again: number[];
  texts: number;
}

function noteIn(text: string): number {
  return Number(/zq(\d+)x/.exec(text)?.[1]);
}

function followEmbedded(at: Indexing, embedded: Embedded): void {
  at.library.follow((change) => {
    if (change.type !== 'embedded') return;
    for (const chunkId of change.chunkIds)
      embedded.notes.add(noteIn(at.library.documents.chunk(chunkId)?.text ?? ''));
  });
}

function counting(embedder: Embedder, embedded: Embedded): Embedder {
  return {
    ...embedder,
    embed(texts, purpose, signal) {
      embedded.texts += texts.length;
      embedded.again.push(...texts.map(noteIn).filter((note) => embedded.notes.has(note)));
      return embedder.embed(texts, purpose, signal);
    },
  };
}

/** Every event is lost with the same chance; that some may be lost is never said. */
function losing(events: WatchEvents, { random, lost }: RandomRun): WatchEvents {
  return {
    ...events,
    dirty(path) {
      if (random() >= lost) events.dirty(path);
    },
  };
}
