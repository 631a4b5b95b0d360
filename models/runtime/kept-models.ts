/** Something loaded that holds memory until it is disposed of. */
interface Disposable {
  dispose(): Promise<void>;
}

export interface KeptModels<Model> {
  /** Runs with the model of this file, which is loaded first where it is not, and unloaded when long unused. */
  use<Result>(path: string, act: (model: Model) => Promise<Result>): Promise<Result>;
  /** As `use`, for a stream: the model is in use until the stream ends or is left. */
  stream<Event>(path: string, act: (model: Model) => AsyncIterable<Event>): AsyncGenerator<Event>;
}

interface Kept<Model> {
  readonly model: Promise<Model>;
  users: number;
  idle: NodeJS.Timeout | undefined;
}

/** Keeps models loaded while they are used and for `idleMs` after. A load that fails is tried again at the next use. */
export function keepModels<Model extends Disposable>(
  load: (path: string) => Promise<Model>,
  idleMs: number,
): KeptModels<Model> {
  const kept = new Map<string, Kept<Model>>();

  const enter = (path: string): Kept<Model> => {
    const entry = kept.get(path) ?? { model: load(path), users: 0, idle: undefined };
    kept.set(path, entry);
    clearTimeout(entry.idle);
    entry.users += 1;
    return entry;
  };
  const unload = (path: string, entry: Kept<Model>): void => {
    if (kept.get(path) === entry) kept.delete(path);
    // A model that never loaded has nothing to dispose of; whoever asked for it was told.
    entry.model.then((model) => model.dispose()).catch(() => undefined);
  };
  const leave = (path: string, entry: Kept<Model>): void => {
    entry.users -= 1;
    if (entry.users > 0) return;
    entry.idle = setTimeout(() => unload(path, entry), idleMs);
    entry.idle.unref();
  };
  const loaded = async (path: string, entry: Kept<Model>): Promise<Model> => {
    try {
      return await entry.model;
    } catch (error) {
      kept.delete(path);
      throw error;
    }
  };

  return {
    async use(path, act) {
      const entry = enter(path);
      try {
        return await act(await loaded(path, entry));
      } finally {
        leave(path, entry);
      }
    },
    async *stream(path, act) {
      const entry = enter(path);
      try {
        yield* act(await loaded(path, entry));
      } finally {
        leave(path, entry);
      }
    },
  };
}
