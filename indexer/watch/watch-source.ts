import { basename, dirname, join } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { ignoreFileName } from './ignore-files.ts';
import { isInside } from './ignore-rules.ts';
import { isIgnored, type Scope } from './scope.ts';
import { errorCode } from './sighting.ts';

/** What a watcher says. It is never believed: a fresh look decides. */
export interface WatchEvents {
  /** Something happened to this path, or to what lies below it. */
  dirty(path: string): void;
  /** A folder has come up: files may have appeared in it before its watch was set. */
  folder(path: string): void;
  /** Events were or may be lost, so that only a reconcile tells what is on disk. */
  lost(why: string): void;
  /** Part of the source can't be watched from now on; `code` is the system's. */
  broken(code: string): void;
}

export interface SourceWatch {
  /** Resolves when every folder is watched: what changes from then on is told. */
  readonly ready: Promise<void>;
  /** The folder could not be watched before and can be now (its permissions changed). */
  renew(folder: string): void;
  close(): Promise<void>;
}

/**
 * Watches a source's folders, never its files: files are ignored, and the raw event of their folder names them
 * (201 watches instead of 20,201 for 20,000 files). A single file is watched through its folder, for a saved file is
 * often a new one that took its name.
 */
export function watchSource(scope: Scope, isFolder: boolean, events: WatchEvents): SourceWatch {
  const base = isFolder ? scope.root : dirname(scope.root);
  const watcher = watch(base, {
    ignored: (path, stats) =>
      isFolder
        ? (stats !== undefined && !stats.isDirectory()) ||
          (isInside(base, path) && isIgnored(scope, path, true))
        : path !== base,
    ignoreInitial: true,
    followSymlinks: false,
    // Its own handling of saves and of half-written files would hold events back; both are settled by reading.
    atomic: false,
    ignorePermissionErrors: true,
    ...(isFolder ? {} : { depth: 0 }),
  });
  listen(watcher, scope, isFolder, events);
  return {
    ready: new Promise((resolve) => void watcher.once('ready', resolve)),
    renew(folder) {
      watcher.unwatch(folder);
      watcher.add(folder);
    },
    close: () => watcher.close(),
  };
}

function listen(watcher: FSWatcher, scope: Scope, isFolder: boolean, events: WatchEvents): void {
  watcher.on('raw', (_event, name, details) => {
    const folder = watchedPathOf(details);
    if (folder === null) return events.lost('an event without a folder');
    // Windows names nothing where its buffer ran over.
    if (typeof name !== 'string' || name === '') return events.lost('an event without a name');
    const path = join(folder, name);
    if (!isFolder) {
      if (path === scope.root || basename(folder) === name) events.dirty(scope.root);
    } else if (name === ignoreFileName && !isIgnored(scope, folder, true)) {
      events.dirty(folder);
    } else if (isInside(scope.root, path)) {
      if (!isIgnored(scope, path, false) || !isIgnored(scope, path, true)) events.dirty(path);
    } else if (isInside(path, scope.root)) events.dirty(scope.root);
  });
  watcher.on('addDir', (path) => (isFolder ? events.folder(path) : events.dirty(scope.root)));
  watcher.on('unlinkDir', (path) => events.dirty(isFolder ? path : scope.root));
  watcher.on('error', (error) => events.broken(errorCode(error)));
}

function watchedPathOf(details: unknown): string | null {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details)) return null;
  return typeof details.watchedPath === 'string' ? details.watchedPath : null;
}
