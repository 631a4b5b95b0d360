import { sep } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { createDirtyPaths, type DirtyPaths } from '../watch/dirty-paths.ts';
import { errorCode, look } from '../watch/sighting.ts';
import { type Found, walk } from '../watch/walk.ts';
import type { SourceWatch, watchSource } from '../watch/watch-source.ts';
import { createDelays } from './delays.ts';
import type { Territory } from './judge.ts';
import { createOneAtATime, type OneAtATime } from './one-at-a-time.ts';
import { markMissingBelow, type ScanTools, scanBelow, scanSource } from './scan-source.ts';

/** A new folder is looked through again once its own watch must have been set. */
const folderRecheckMs = 1_000;
/** A watcher that fails or floods is answered by one reconcile after a rest, not by one for each error. */
const lostRestMs = 1_500;
/** What can't be watched (too many folders for the system) is looked through this often instead. */
const brokenRescanMs = 60_000;
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
  readonly #watch: SourceWatch;
  readonly #begun: Promise<void>;
  #isBeginning = true;
  /** Events were lost and the reconcile that makes up for them has not begun. */
  #isBehind = false;
  #trouble: Fault | null = null;

  constructor(tools: TendTools, place: Place, isFolder: boolean) {
    this.#tools = tools;
    this.#territory = { ...place, again: (path) => this.#dirty.add(path) };
    this.#scans = createOneAtATime(() => this.#scan());
    this.#dirty = createDirtyPaths({
      root: place.scope.root,
      look: (paths) => this.#guard('changes', this.#lookAtPaths(paths)),
      onBurst: () => this.#lost('very many changes at once'),
      onRoot: () => void this.#guard('root', this.rescan()),
      onIdle: tools.onChange,
    });
    this.#watch = tools.watch(place.scope, isFolder, {
      dirty: this.#dirty.add,
      folder: (path) => this.#lookIntoLater(path),
      lost: (why) => this.#lost(why),
      broken: (why) => this.#broken(why),
    });
    this.#begun = this.#guard('first look', this.#begin()).then(() => {
      this.#isBeginning = false;
      tools.onChange();
    });
  }

  /** Compares the whole source with the ledger; resolves when every difference is marked. */
  rescan(): Promise<void> {
    return this.#scans.request().finally(this.#tools.onChange);
  }

  /** Has one path looked at. */
  look(path: string): void {
    this.#dirty.add(path);
  }

  /** The first look or a whole reconcile is under way. */
  isScanning(): boolean {
    return this.#isBeginning || this.#scans.isRunning();
  }

  /** Neither events nor a reconcile are being worked on. */
  isIdle(): boolean {
    return !this.isScanning() && !this.#isBehind && this.#dirty.isIdle();
  }

  /** Why the last look could not be noted; null after one that could. */
  trouble(): Fault | null {
    return this.#trouble;
  }

  async close(): Promise<void> {
    this.#dirty.close();
    this.#delays.close();
    await this.#watch.close();
    await this.#begun;
    await this.#scans.ended();
  }

  async #begin(): Promise<void> {
    const isReady = await inTime(this.#watch.ready, watchWaitMs, this.#territory.signal);
    if (!isReady) void this.#watch.ready.then(() => this.#guard('late watch', this.rescan()));
    await this.rescan();
  }

  async #scan(): Promise<void> {
    await scanSource(this.#tools, this.#territory);
    this.#trouble = null;
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
      void this.#guard('lost', this.rescan());
    });
  }

  #broken(why: string): void {
    this.#lost(why);
    this.#delays.after('broken', brokenRescanMs, () => this.#broken('no watch'));
  }

  /** A fresh look at each path that an event named. */
  async #lookAtPaths(paths: readonly string[]): Promise<void> {
    const { judge, library } = this.#tools;
    const batch: Found[] = [];
    for (const path of paths) {
      this.#territory.signal.throwIfAborted();
      const sighting = await look(path);
      batch.push({ path, sighting });
      if (sighting.kind !== 'folder') continue;
      // Only a folder that was closed to us has a row of its own.
      if (library.files.get(path)?.reason === 'unreadable') this.#watch.renew(path);
      await scanBelow(this.#tools, this.#territory, path);
    }
    await judge.found(this.#territory, batch, true);
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
