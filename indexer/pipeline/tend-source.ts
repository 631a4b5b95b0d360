import { sep } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { createDirtyPaths, type DirtyPaths } from '../watch/dirty-paths.ts';
import { isIgnored } from '../watch/scope.ts';
import { errorCode, look } from '../watch/sighting.ts';
import { type Found, learnIgnoreFiles, walk } from '../watch/walk.ts';
import type { SourceWatch, watchSource } from '../watch/watch-source.ts';
import { createDelays } from './delays.ts';
import type { Territory } from './judge.ts';
import { createOneAtATime, type OneAtATime } from './one-at-a-time.ts';
import { leaveOut, markMissingBelow, type ScanTools, scanBelow, scanSource } from './scan-source.ts';

/** A new folder is looked through again once its own watch must have been set. */
const folderRecheckMs = 1_000;
/** A watcher that fails or floods is answered by one reconcile after a rest, not by one for each error. */
const lostRestMs = 1_500;
/** What can't be watched (too many folders for the system) is looked through this often instead, and tried anew. */
const unwatchedRestMs = 60_000;
/** At least so many times as long as watching and looking took: a tree too large to be watched is large to walk too. */
const unwatchedRests = 20;
/** Watching a very large tree may take longer to set up; then a second reconcile follows it. */
const watchWaitMs = 15_000;

export interface TendTools extends ScanTools {
  readonly watch: typeof watchSource;
  /** Something began or ended. */
  readonly onChange: () => void;
}

export type Place = Omit<Territory, 'again'>;

/** Keeps one source's ledger true while it is watched, from when it is made; the place's signal is aborted before `close`. */
export class TendedSource {
  readonly #tools: TendTools;
  readonly #territory: Territory;
  readonly #delays = createDelays();
  readonly #scans: OneAtATime;
  readonly #dirty: DirtyPaths;
  readonly #beginnings: OneAtATime;
  readonly #isFolder: boolean;
  /** null until it is known what is left out. */
  #watch: SourceWatch | null = null;
  /** Events were lost and the reconcile that makes up for them has not begun. */
  #isBehind = false;
  #unwatched: string | null = null;
  #beginningMs = 0;
  #trouble: Fault | null = null;

  constructor(tools: TendTools, place: Place, isFolder: boolean) {
    this.#tools = tools;
    this.#territory = { ...place, again: (path) => this.#dirty.add(path) };
    this.#scans = createOneAtATime(() => this.#scan());
    this.#dirty = createDirtyPaths({
      root: place.scope.root,
      look: (paths) => this.#guard('changes', this.#lookAtPaths(paths)),
      onBurst: () => this.#lost('very many changes at once'),
      onRoot: () => void this.#guard('root', this.#rescan()),
      onIdle: tools.onChange,
    });
    this.#isFolder = isFolder;
    this.#beginnings = createOneAtATime(() => this.#begin());
    void this.#guard('first look', this.#beginAnew());
  }

  /** Compares the whole source with the ledger, and tries again to watch it where that failed; resolves when every difference is marked. */
  rescan(): Promise<void> {
    return this.#unwatched === null ? this.#rescan() : this.#beginAnew();
  }

  /** Has one path looked at. */
  look(path: string): void {
    this.#dirty.add(path);
  }

  /** The first look or a whole reconcile is under way. */
  isScanning(): boolean {
    return this.#beginnings.isRunning() || this.#scans.isRunning();
  }

  /** Neither events nor a reconcile are being worked on. */
  isIdle(): boolean {
    return !this.isScanning() && !this.#isBehind && this.#dirty.isIdle();
  }

  /** The system's error code where part of the source can't be watched; null where all of it is. */
  unwatched(): string | null {
    return this.#unwatched;
  }

  /** Why the last look could not be noted; null after one that could. */
  trouble(): Fault | null {
    return this.#trouble;
  }

  async close(): Promise<void> {
    this.#dirty.close();
    this.#delays.close();
    await this.#beginnings.ended();
    await this.#watch?.close();
    await this.#scans.ended();
  }

  /** Watches and looks through the source, from the beginning or since other things are left out of it. */
  #beginAnew(): Promise<void> {
    return this.#beginnings.request().finally(this.#tools.onChange);
  }

  #rescan(): Promise<void> {
    return this.#scans.request().finally(this.#tools.onChange);
  }

  async #begin(): Promise<void> {
    const { scope, signal } = this.#territory;
    const startedMs = performance.now();
    await this.#watch?.close();
    // The watch is to hold no folder that is left out.
    if (this.#isFolder) await learnIgnoreFiles(scope, signal);
    scope.patterns.takeChanged();
    signal.throwIfAborted();
    const ready = this.#watchAnew();
    const isReady = await inTime(ready, watchWaitMs, signal);
    if (!isReady) void ready.then(() => this.#guard('late watch', this.#rescan()));
    await this.#rescan();
    this.#beginningMs = performance.now() - startedMs;
  }

  /** Resolves when all is watched that can be. */
  async #watchAnew(): Promise<void> {
    let failure: string | null = null;
    const watch = this.#tools.watch(this.#territory.scope, this.#isFolder, {
      dirty: this.#dirty.add,
      folder: (path) => this.#lookIntoLater(path),
      lost: (why) => this.#lost(why),
      broken: (code) => {
        failure ??= code;
        this.#broken(code);
      },
    });
    this.#watch = watch;
    await watch.ready;
    if (this.#watch === watch) this.#unwatched = failure;
  }

  async #scan(): Promise<void> {
    await scanSource(this.#tools, this.#territory);
    this.#trouble = null;
    this.#heedIgnoreFiles();
  }

  /** Where ignore files have changed the watch is set anew, so that it holds what is looked at and no more. */
  #heedIgnoreFiles(): readonly string[] {
    if (this.#watch === null) return [];
    const folders = this.#territory.scope.patterns.takeChanged();
    if (folders.length > 0) void this.#guard('ignore files', this.#beginAnew());
    return folders;
  }

  #guard(what: string, work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      const { signal, sourceId } = this.#territory;
      if (signal.aborted) return;
      if (error instanceof Fault) this.#trouble = error;
      this.#tools.log.error('look-failed', { sourceId, what, code: errorCode(error) });
      // What the events named is forgotten by now: only a reconcile finds it again.
      this.#lost('a look that failed');
      this.#tools.onChange();
    });
  }

  #lost(why: string): void {
    this.#tools.log.warn('watch-lost', { sourceId: this.#territory.sourceId, why });
    this.#isBehind = true;
    this.#delays.after('lost', lostRestMs, () => {
      this.#isBehind = false;
      void this.#guard('lost', this.#rescan());
    });
  }

  #broken(code: string): void {
    if (this.#unwatched === null) {
      this.#tools.log.warn('not-watched', { sourceId: this.#territory.sourceId, code });
      this.#unwatched = code;
    }
    // While it is set up a look follows anyhow, and each of a great many folders says the same.
    if (!this.#beginnings.isRunning()) this.#lost(code);
    const restMs = Math.max(unwatchedRestMs, unwatchedRests * this.#beginningMs);
    this.#delays.after('not watched', restMs, () => void this.#guard('watch again', this.#beginAnew()));
  }

  /** A fresh look at each path that an event named. */
  async #lookAtPaths(paths: readonly string[]): Promise<void> {
    const { judge, library } = this.#tools;
    const batch: Found[] = [];
    for (const path of paths) {
      this.#territory.signal.throwIfAborted();
      const sighting = await look(path);
      if (isIgnored(this.#territory.scope, path, sighting.kind === 'folder')) {
        const row = library.files.get(path);
        if (row !== undefined) await leaveOut(this.#tools, this.#territory, [row]);
        continue;
      }
      batch.push({ path, sighting });
      if (sighting.kind !== 'folder') continue;
      // Only a folder that was closed to us has a row of its own.
      if (library.files.get(path)?.reason === 'unreadable') this.#watch?.renew(path);
      await scanBelow(this.#tools, this.#territory, path);
    }
    this.#heedIgnoreFiles();
    // A folder among the paths may have brought an ignore file that leaves others of them out.
    const kept = batch.filter(({ path }) => !isIgnored(this.#territory.scope, path, false));
    await judge.found(this.#territory, kept, true);
    for (const { path, sighting } of batch) {
      if (sighting.kind === 'gone') await markMissingBelow(this.#tools, this.#territory.sourceId, path + sep);
    }
  }

  #lookIntoLater(folder: string): void {
    this.#delays.after(folder, folderRecheckMs, () => void this.#guard(folder, this.#lookInto(folder)));
  }

  /** Only the folder's own entries: every folder in it has its own event. */
  async #lookInto(folder: string): Promise<void> {
    const { scope, signal } = this.#territory;
    for await (const batch of walk(scope, folder, signal, false)) {
      const present = batch.filter(({ sighting }) => sighting.kind !== 'gone');
      await this.#tools.judge.found(this.#territory, present, true);
    }
    for (const changed of this.#heedIgnoreFiles()) await scanBelow(this.#tools, this.#territory, changed);
  }
}

/** Whether the promise is fulfilled within the time; false at once where the signal is aborted. */
function inTime(promise: Promise<void>, timeMs: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isDone: boolean): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
      resolve(isDone);
    };
    const aborted = (): void => end(false);
    const timer = setTimeout(aborted, timeMs);
    signal.addEventListener('abort', aborted);
    if (signal.aborted) aborted();
    void promise.then(() => end(true));
  });
}
