import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where one library and what goes with it lie; all of it is the person's own (0700, files 0600). */
export interface Folders {
  readonly library: string;
  readonly logs: string;
  /** Where models are looked for, first to last; new ones go into the first. */
  readonly models: readonly [string, ...string[]];
}

/** The platform's own folders, or `libraryDir` for the library; `QUIPU_MODELS_DIR` overrides where models lie. */
export function foldersOf(libraryDir: string | undefined): Folders {
  const paths = envPaths('quipu', { suffix: '' });
  const library = resolve(libraryDir ?? join(paths.data, 'library'));
  const { QUIPU_MODELS_DIR: shared } = process.env;
  return {
    library,
    logs: join(library, 'logs'),
    models: [resolve(shared ?? join(paths.cache, 'models')), join(library, 'models')],
  };
}

/** A folder for what can be made again, such as the demonstration's library. */
export function cacheFolder(name: string): string {
  return join(envPaths('quipu', { suffix: '' }).cache, name);
}
