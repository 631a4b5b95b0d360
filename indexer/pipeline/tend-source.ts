import { sep } from 'node:path';
import { createDirtyPaths } from '../watch/dirty-paths.ts';
import { errorCode, look } from '../watch/sighting.ts';
import { type Found, walk } from '../watch/walk.ts';
import { watchSource } from '../watch/watch-source.ts';
import { createDelays } from './delays.ts';
import type { Territory } from './judge.ts';
import { createOneAtATime } from './one-at-a-time.ts';
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
  /** Something began or ended. */
  readonly onChange: () => void;
}

/** Keeps one source's ledger true while it is watched. */
export interface TendedSource {
  /** Compares the whole source with the ledger; resolves when every difference is marked. */
  rescan(): Promise<void>;
  /** Has one path looked at. */
  look(path: string): void;
  /** The first look or a whole reconcile is under way. */
  isScanning(): boolean;
  /** Neither events nor a reconcile are being worked on. */
  isIdle(): boolean;
  close(): Promise<void>;
}

export type Place = Omit<Territory, 'again'>;

/** Watches and reconciles from now on. The place's signal is to be aborted before `close`. */
export function tendSource(tools: TendTools, place: Place, isFolder: boolean): TendedSource {
  const { scope, sourceId, signal } = place;
  const territory: Territory = { ...place, again: (path) => dirty.add(path) };
  const delays = createDelays();
  const scans = createOneAtATime(() => scanSource(tools, territory).finally(tools.onChange));

  const guard = (what: string, work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (signal.aborted) return;
      tools.log.error('look-failed', { sourceId, what, code: errorCode(error) });
      // What the events named is forgotten by now: only a reconcile finds it again.
      lost('a look that failed');
    });
  const lost = (why: string): void => {
    tools.log.warn('watch-lost', { sourceId, why });
    delays.after('lost', lostRestMs, () => void guard('lost', scans.request()));
  };
  const broken = (why: string): void => {
    lost(why);
    delays.after('broken', brokenRescanMs, () => broken('no watch'));
  };
  const dirty = createDirtyPaths({
    look: (paths) =>
      guard(
        'changes',
        lookAtPaths(tools, territory, paths, (folder) => watch.renew(folder)),
      ),
    onBurst: () => lost('very many changes at once'),
    onRoot: () => void guard('root', scans.request()),
    root: scope.root,
    onIdle: tools.onChange,
  });
  const watch = watchSource(scope, isFolder, {
    dirty: dirty.add,
    folder: (path) =>
      delays.after(path, folderRecheckMs, () => void guard(path, lookIntoFolder(tools, territory, path))),
    lost,
    broken,
  });

  const begin = async (): Promise<void> => {
    const isReady = await inTime(watch.ready, watchWaitMs, signal);
    if (!isReady) void watch.ready.then(() => guard('late watch', scans.request()));
    await scans.request();
  };
  let isBeginning = true;
  const begun = guard('first look', begin()).then(() => {
    isBeginning = false;
    tools.onChange();
  });

  return {
    rescan: scans.request,
    look: dirty.add,
    isScanning: () => isBeginning || scans.isRunning(),
    isIdle: () => !isBeginning && !scans.isRunning() && dirty.isIdle(),
    async close() {
      dirty.close();
      delays.close();
      await watch.close();
      await begun;
      await scans.ended();
    },
  };
}

/** A fresh look at each path that an event named. */
async function lookAtPaths(
  tools: TendTools,
  territory: Territory,
  paths: readonly string[],
  reopened: (folder: string) => void,
): Promise<void> {
  const batch: Found[] = [];
  for (const path of paths) {
    territory.signal.throwIfAborted();
    const sighting = await look(path);
    batch.push({ path, sighting });
    if (sighting.kind !== 'folder') continue;
    // Only a folder that was closed to us has a row of its own.
    if (tools.library.files.get(path)?.reason === 'unreadable') reopened(path);
    await scanBelow(tools, territory, path);
  }
  await tools.judge.found(territory, batch, true);
  for (const { path, sighting } of batch) {
    if (sighting.kind === 'gone') await markMissingBelow(tools, territory.sourceId, path + sep);
  }
}

/** Only the folder's own entries: every folder in it has its own event. */
async function lookIntoFolder(tools: TendTools, territory: Territory, folder: string): Promise<void> {
  for await (const batch of walk(territory.scope, folder, territory.signal, false)) {
    await tools.judge.found(
      territory,
      batch.filter(({ sighting }) => sighting.kind !== 'gone'),
    );
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
