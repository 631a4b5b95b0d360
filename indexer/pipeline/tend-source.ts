import { sep } from 'node:path';
import { Fault } from '#main/contract/fault.ts';
import { createDirtyPaths, type DirtyPaths } from '../watch/dirty-paths.ts';
import { createFolderLister, type Listing } from '../watch/folder-lister.ts';
import { rootSeen } from '../watch/root.ts';
import { isIgnored } from '../watch/scope.ts';
import { errorCode, look } from '../watch/sighting.ts';
import type { Found } from '../watch/walk.ts';
import type { SourceWatch, watchSource } from '../watch/watch-source.ts';
import { createDelays } from './delays.ts';
import type { Territory } from './judge.ts';
import { createOneAtATime, type OneAtATime } from './one-at-a-time.ts';
import { leaveOut, markMissingBelow, type ScanTools, scanBelow, scanSource } from './scan-source.ts';

/** A watcher that fails or floods is answered by one reconcile after a rest, not by one for each error. */
const lostRestMs = 1_500;
/** What cannot be noted on a full disk is looked for again ever more rarely: each time costs a walk. */
const longestLostRestMs = 60_000;
/** What can't be watched (too many folders for the system) is looked through this often instead, and tried anew. */
const unwatchedRestMs = 60_000;
/** At least so many times as long as looking took: a tree too large to be watched is large to walk too. */
const unwatchedRests = 20;

/** That a disk is mounted or unmounted in a folder tells nobody, nor does a share that hangs. */
const rootRestMs = 10_000;

export interface TendTools extends ScanTools {
  readonly watch: typeof watchSource;
  /** Something began or ended. */
  readonly onChange: () => void;
}

export type Place = Omit<Territory, 'again' | 'list'>;

/** Keeps one source's ledger true while it is watched, from when it is made; the place's signal is aborted before `close`. */
export class TendedSource {
  readonly #tools: TendTools;
  readonly #territory: Territory;
  readonly #delays = createDelays();
  readonly #scans: OneAtATime;
  readonly #dirty: DirtyPaths;
  readonly #watch: SourceWatch;
  readonly #lister = createFolderLister();
  /** Events were lost and the reconcile that makes up for them has not begun. */
  #isBehind = false;
  #unwatched: string | null = null;
  /** What the scan under way could not watch. */
  #refused: string | null = null;
  #scanMs = 0;
  /** What the last scan took for the root. */
  #root: string | null = null;
  #trouble: Fault | null = null;
  /** Looks that failed since the last whole one. */
  #failures = 0;

  constructor(tools: TendTools, place: Place, isFolder: boolean) {
    this.#tools = tools;
    this.#territory = {
      ...place,
      list: (folder) => this.#list(folder),
      again: (path) => this.#dirty.add(path),
    };
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
      lost: (why) => this.#lost(why),
      broken: (code) => this.#broken(code),
    });
    void this.#guard('first look', this.rescan());
    this.#followRoot();
  }

  /** Compares the whole source with the ledger, and watches what could not be watched before; resolves when every difference is marked. */
  rescan(): Promise<void> {
    return this.#scans.request().finally(this.#tools.onChange);
  }

  /** Has one path looked at. */
  look(path: string): void {
    this.#dirty.add(path);
  }

  /** A whole reconcile is under way. */
  isScanning(): boolean {
    return this.#scans.isRunning();
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
    this.#watch.close();
    this.#lister.close();
    await this.#scans.ended();
  }

  /** Watched first: what happens to an entry after it was looked at is told. */
  async #list(folder: string): Promise<Listing> {
    await this.#watch.cover(folder);
    return this.#lister.list(folder);
  }

  async #scan(): Promise<void> {
    const startedMs = performance.now();
    this.#refused = null;
    this.#watch.tryAgain();
    this.#root = await this.#rootNow();
    await scanSource(this.#tools, this.#territory);
    this.#scanMs = performance.now() - startedMs;
    this.#unwatched = this.#refused;
    this.#trouble = null;
    this.#failures = 0;
    this.#heedIgnoreFiles();
  }

  /** Where ignore files have changed the walk that met them has gone by them; what they leave out is not watched. */
  #heedIgnoreFiles(): void {
    if (this.#territory.scope.patterns.takeChanged().length > 0) this.#watch.prune();
  }

  /** Has the source looked through when another root is in its place, or none. */
  #followRoot(): void {
    const follow = async (): Promise<void> => {
      const seen = await this.#rootNow();
      if (seen === this.#root || this.#territory.signal.aborted) return;
      // A walk of what hangs would never come to its end.
      this.#lister.close();
      await this.rescan();
    };
    this.#delays.after('root', rootRestMs, () => {
      void this.#guard('root', follow()).finally(() => this.#followRoot());
    });
  }

  async #rootNow(): Promise<string | null> {
    const source = this.#tools.library.sources.get(this.#territory.sourceId);
    return source === undefined ? null : rootSeen(source);
  }

  #guard(what: string, work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      const { signal, sourceId } = this.#territory;
      if (signal.aborted) return;
      if (error instanceof Fault) this.#trouble = error;
      this.#tools.log.error('look-failed', { sourceId, what, code: errorCode(error) });
      // What the events named is forgotten by now: only a reconcile finds it again.
      this.#lost('a look that failed', Math.min(lostRestMs * 2 ** this.#failures, longestLostRestMs));
      this.#failures += 1;
      this.#tools.onChange();
    });
  }

  #lost(why: string, restMs = lostRestMs): void {
    this.#tools.log.warn('watch-lost', { sourceId: this.#territory.sourceId, why });
    this.#isBehind = true;
    this.#delays.after('lost', restMs, () => {
      this.#isBehind = false;
      void this.#guard('lost', this.rescan());
    });
  }

  /** What lies in the folder is seen when it is listed; what happens there later is not told. */
  #broken(code: string): void {
    this.#refused ??= code;
    if (this.#unwatched === null) {
      this.#tools.log.warn('not-watched', { sourceId: this.#territory.sourceId, code });
      this.#unwatched = code;
    }
    const restMs = Math.max(unwatchedRestMs, unwatchedRests * this.#scanMs);
    this.#delays.after('not watched', restMs, () => void this.#guard('watch again', this.rescan()));
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
      if (sighting.kind === 'folder') await scanBelow(this.#tools, this.#territory, path);
    }
    this.#heedIgnoreFiles();
    // A folder among the paths may have brought an ignore file that leaves others of them out.
    const kept = batch.filter(({ path }) => !isIgnored(this.#territory.scope, path, false));
    await judge.found(this.#territory, kept, true);
    for (const { path, sighting } of batch) {
      if (sighting.kind === 'gone') await markMissingBelow(this.#tools, this.#territory.sourceId, path + sep);
    }
  }
}
