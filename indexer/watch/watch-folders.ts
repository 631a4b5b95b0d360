import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { errorCode, look } from './sighting.ts';

/** What the watches of a source's folders say. */
export interface FolderEvents {
  /** Something happened to the entry of this name; null where the system does not say to which. */
  entry(folder: string, name: string | null): void;
  /** The system sets no more watches, and is not asked for each of a great many folders. */
  refused(code: string): void;
}

/** Watches of folders, never of files: one for each, or one for the whole tree where the system has such. */
export interface FolderWatches {
  /**
   * Watches a folder that is about to be listed, so that nothing that happens to it afterwards goes unnoticed. Another
   * folder that took the path of a watched one is watched anew.
   */
  cover(folder: string): Promise<void>;
  /** After `refused`: folders are covered again. */
  tryAgain(): void;
  /** Drops the watches of the folders that are not to be watched any more. */
  keepOnly(isWatched: (folder: string) => boolean): void;
  close(): void;
}

/** FSEvents and ReadDirectoryChangesW tell of all that is below a folder; inotify of its own entries. */
export const wholeTrees = process.platform === 'darwin' || process.platform === 'win32';

const passing: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR']);

interface Watched {
  readonly rootId: string;
  readonly watcher: FSWatcher;
}

export function watchFolders(root: string, events: FolderEvents): FolderWatches {
  const watched = new Map<string, Watched>();
  let isRefused = false;
  let closed = false;

  const drop = (folder: string): void => {
    if (!watched.has(folder)) return;
    const below = folder + sep;
    for (const [path, { watcher }] of watched) {
      if (path !== folder && !path.startsWith(below)) continue;
      watcher.close();
      watched.delete(path);
    }
  };
  const heard = (folder: string, kind: string, name: string | null): void => {
    if (kind === 'rename' && name !== null && !wholeTrees) {
      // The watch of a folder that was moved away would go on to tell of it under its old path.
      drop(folder + sep + name);
      if (name === basename(folder)) gone(folder);
    }
    events.entry(folder, name);
  };
  /** So inotify tells that a folder was deleted, moved or unmounted; where it was an entry of its name, it is covered again. */
  const gone = (folder: string): void => {
    drop(folder);
    events.entry(dirname(folder), basename(folder));
  };
  const set = (folder: string, rootId: string): void => {
    const watcher = watch(folder, { recursive: wholeTrees }, (kind, name) => heard(folder, kind, name));
    watcher.on('error', () => gone(folder));
    watched.set(folder, { rootId, watcher });
  };

  return {
    async cover(folder) {
      if (wholeTrees && folder !== root) return;
      const sighting = await look(folder);
      const known = watched.get(folder);
      if (sighting.kind === 'folder' && known?.rootId === sighting.rootId) return;
      drop(folder);
      if (sighting.kind !== 'folder' || closed || isRefused) return;
      try {
        set(folder, sighting.rootId);
      } catch (error) {
        const code = errorCode(error);
        // Closed to us, or gone meanwhile: its listing says so.
        if (passing.has(code)) return;
        isRefused = true;
        events.refused(code);
      }
    },
    tryAgain() {
      isRefused = false;
    },
    keepOnly(isWatched) {
      for (const folder of watched.keys()) if (!isWatched(folder)) drop(folder);
    },
    close() {
      closed = true;
      for (const { watcher } of watched.values()) watcher.close();
      watched.clear();
    },
  };
}
