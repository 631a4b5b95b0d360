import type { Fault } from '#main/contract/fault.ts';
import type { Progress } from '#main/contract/sources.ts';
import type { Why } from '#main/contract/why.ts';
import type { Embedder } from '#models/embed/embedder.ts';
import type { Asking } from '../search/asking.ts';
import { fileBytesLimit } from '../sources/limits.ts';
import type { Library } from '../store/library.ts';
import type { SourceRow } from '../store/sources.ts';
import type { Ignoring } from '../watch/scope.ts';
import { errorCode } from '../watch/sighting.ts';
import { watchSource } from '../watch/watch-source.ts';
import { createDeletions } from './deletions.ts';
import { createEmbeddingStage } from './embedding-stage.ts';
import { createFileWrites } from './file-writes.ts';
import { createJudge } from './judge.ts';
import type { Log } from './log.ts';
import { createProgressMeter } from './measure-progress.ts';
import type { ParserPool } from './pool/parser-pool.ts';
import { createProgressFeed } from './progress-feed.ts';
import { createQuickReader } from './quick-reader.ts';
import { createReadingStage } from './reading-stage.ts';
import { type Retry, retryFiles } from './retry.ts';
import { createFileSettler } from './settle-file.ts';
import { createSourceKeeper, type Unwatched } from './source-keeper.ts';
import { sweepEmbeddings } from './sweep-embeddings.ts';
import { tellWhy } from './tell-why.ts';
import { untilIdle } from './until-idle.ts';
import { createWriteTurns } from './write-turns.ts';

/** How long a file must stay away before it is forgotten. */
const settleMs = 30_000;

export interface IndexerOptions {
  readonly library: Library;
  readonly pool: ParserPool;
  /** The embedder in use, or null where none is installed; asked again after every failure. */
  readonly embedder: () => Promise<Embedder | null>;
  readonly log: Log;
  /** Searches, which writes let go first. */
  readonly asking?: Asking;
  readonly settleMs?: number;
  /**
   * Why nothing new is read or embedded just now, in words; null where it goes on. Sources are followed all the same,
   * and whoever waits for everything is not kept waiting.
   */
  readonly held?: () => string | null;
  /** How a source is watched; tests lose events. */
  readonly watch?: typeof watchSource;
  /** Files in flight: far more than parser processes, so that reading, parsing and writing overlap. */
  readonly parallel?: number;
}

/** Keeps the library true to the sources: watches, reads, embeds, and says how far it is. */
export interface Indexer {
  /**
   * Adds a folder or a single file and begins to look through it. A place that a source already covers is that source.
   * Throws Fault `path-missing`, `path-unreadable`, `link-broken`, `path-is-library`, `path-is-system`, `path-not-regular`.
   */
  add(path: string): Promise<SourceRow>;
  /** Stops watching and reading; what is indexed stays. Throws Fault `not-found`, as the others do. */
  pause(sourceId: number): Promise<void>;
  resume(sourceId: number): Promise<void>;
  /**
   * Looks through the whole source; resolves when every difference is marked for reading. As it is asked for by a
   * person, files that are gone are believed to be gone, however many.
   */
  rescan(sourceId: number): Promise<void>;
  /**
   * What is left out of a source from now on. Resolves when what is left out now has gone and what is not any more
   * waits to be read; in a paused source that is when it goes on.
   */
  ignore(sourceId: number, ignoring: Ignoring): Promise<void>;
  /** The ignore files that are obeyed in a source, by a look at the disk. */
  ignoreFiles(sourceId: number): Promise<string[]>;
  /** Takes the source and everything of it out of the library; returns how many documents went. */
  forget(sourceId: number): Promise<{ documents: number }>;
  /** Whether what lies at an absolute path is found, and why not; `modelId` is the embedder in use. */
  why(path: string, modelId: string | null): Promise<Why>;
  /**
   * Has files read again, though nothing of them changed; returns how many. They are pending when this resolves.
   * Throws Fault `not-in-ledger` for a path without files.
   */
  retry(retry: Retry): Promise<number>;
  /** Begins to watch and look through every source that is not paused; does not wait for the end of it. */
  start(): Promise<void>;
  /** Begins with the value of now; leaving the loop ends it. */
  progress(): AsyncIterable<Progress>;
  current(): Progress;
  /** Sources of which a part can't be watched, with the system's error code: they are looked through instead. */
  unwatched(): Unwatched[];
  /** What keeps the library from being written at the moment. */
  trouble(): Fault | null;
  /**
   * Resolves when everything is read and, where an embedder is there and answers, embedded.
   * Throws the Fault that keeps the library from being written, and the signal's reason.
   */
  whenIdle(signal: AbortSignal): Promise<void>;
  /** What is held back may be another by now. */
  heldChanged(): void;
  /** Another embedder is in use, or none. */
  embedderChanged(): void;
  /** Ends what is under way. Nothing of it is lost: what was not written is pending. */
  close(): Promise<void>;
}

export function createIndexer(options: IndexerOptions): Indexer {
  const { library, log, asking } = options;
  const writes = createWriteTurns(() => asking?.ended() ?? null);
  const idleWatchers = new Set<() => void>();
  const closing = new AbortController();
  let waiting = 0;
  const held = (): string | null => (waiting > 0 ? null : (options.held?.() ?? null));
  const changed = (): void => {
    // What ends late, a retry's timer or a look at changed paths, must not ask a library that is closed.
    if (closing.signal.aborted) return;
    feed.changed();
    if (reading.isIdle()) embedding.proceed();
    for (const look of idleWatchers) look();
  };

  const deletions = createDeletions({
    library,
    writes,
    settleMs: options.settleMs ?? settleMs,
    log,
    isReading: () => !reading.isIdle(),
    onFound: (row) => keeper.lookAgain(row),
    onChange: () => changed(),
  });
  const quick = createQuickReader();
  const settler = createFileSettler({
    ...options,
    quick,
    writes,
    fileWrites: createFileWrites(library.files, writes, () => asking?.isRecent() ?? false),
    deletions,
    largestBytes: fileBytesLimit,
  });
  const reading = createReadingStage({
    library,
    settler,
    parallel: options.parallel ?? 64,
    log,
    mayRead: () => held() === null,
    onSettled: (sizeBytes) => meter.fileSettled(sizeBytes),
    onChange: changed,
  });
  const embedding = createEmbeddingStage({
    ...options,
    writes,
    mayEmbed: () => reading.isIdle(),
    isHeld: () => held() !== null,
    onProgress: changed,
  });
  const judge = createJudge({
    library,
    writes,
    deletions,
    log,
    reading,
    onPending: (paths, isChange) => (isChange ? reading.prefer(paths) : reading.wake()),
  });
  const keeper = createSourceKeeper({
    ...{ library, writes, judge, deletions, reading, log, onChange: changed },
    watch: options.watch ?? watchSource,
    onReconcile: () => void sweepWhenIdle(),
  });
  const meter = createProgressMeter({
    library,
    reading,
    embedding,
    deletions,
    isScanning: keeper.isScanning,
    held,
  });
  const heldChanged = (): void => {
    reading.wake();
    embedding.proceed();
    changed();
  };
  const feed = createProgressFeed(meter.current);
  const trouble = (): Fault | null => reading.trouble() ?? keeper.trouble();
  /** Only what a whole reconcile has not found again is out of use. */
  const sweepWhenIdle = async (): Promise<void> => {
    try {
      await untilIdle(isIdle, trouble, idleWatchers, closing.signal);
      await sweepEmbeddings(library, writes);
    } catch (error) {
      if (!closing.signal.aborted) log.warn('embeddings-not-swept', { code: errorCode(error) });
    }
  };
  const whyTools = {
    library,
    scopeOf: keeper.scopeOf,
    isReading: reading.isReading,
    isStuck: () => trouble() !== null,
  };
  const isIdle = (): boolean =>
    keeper.isIdle() && reading.isIdle() && embedding.isIdle() && deletions.isIdle();

  return {
    add: (path) => keeper.add(path),
    pause: (sourceId) => keeper.pause(sourceId),
    resume: (sourceId) => keeper.resume(sourceId),
    rescan: (sourceId) => keeper.rescan(sourceId),
    ignore: (sourceId, ignoring) => keeper.ignore(sourceId, ignoring),
    ignoreFiles: (sourceId) => keeper.ignoreFiles(sourceId),
    forget: (sourceId) => keeper.forget(sourceId),
    why: (path, modelId) => tellWhy(whyTools, path, modelId),
    retry: (retry) => retryFiles({ library, writes, reading, keeper }, retry),
    async start() {
      keeper.start();
    },
    progress: () => feed.follow(),
    unwatched: () => keeper.unwatched(),
    current: () => meter.current(),
    trouble,
    async whenIdle(signal) {
      waiting++;
      heldChanged();
      try {
        await untilIdle(isIdle, trouble, idleWatchers, signal);
      } finally {
        waiting--;
        changed();
      }
    },
    heldChanged,
    embedderChanged: () => embedding.embedderChanged(),
    async close() {
      closing.abort();
      await keeper.close();
      await deletions.close();
      await reading.close();
      quick.close();
      await embedding.close();
      feed.close();
    },
  };
}
