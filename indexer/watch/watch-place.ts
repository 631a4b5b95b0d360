import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';

/**
 * Tells of what happens to a path itself: it is watched from the closest folder above it that is there, so that what
 * was away is noticed when it comes back. A saved file is often a new one that took its name, and a folder can be
 * moved away and put back. Returns the function that ends it.
 */
export function watchPlace(path: string, onEvent: () => void): () => void {
  let watcher: FSWatcher | null = null;

  const set = (): void => {
    watcher?.close();
    watcher = null;
    for (let folder = dirname(path); watcher === null; folder = dirname(folder)) {
      watcher = watchOne(folder);
      if (folder === dirname(folder)) return;
    }
  };
  const watchOne = (folder: string): FSWatcher | null => {
    const [next] = relative(folder, path).split(sep);
    try {
      const one = watch(folder, (_kind, name) => {
        if (name !== null && name !== next && name !== basename(folder)) return;
        // What is between has come or gone: the closest folder is another now.
        if (folder !== dirname(path) || name !== next) set();
        onEvent();
      });
      return one.on('error', () => {
        set();
        onEvent();
      });
    } catch {
      return null;
    }
  };

  set();
  return () => watcher?.close();
}
