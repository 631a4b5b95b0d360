/** Lets the handful of events that one save makes come together; far below the two seconds a change may take. */
const gatherMs = 40;
/** inotify drops events beyond 16,384 without a word, so that a burst near it is answered by a reconcile. */
const burstEvents = 5_000;
/** Paths held at once; what a burst names beyond is found by the reconcile. */
const heldPaths = 5_000;

/** Gathers the paths that events named and hands them on in batches, one batch after the other. */
export interface DirtyPaths {
  add(path: string): void;
  /** Nothing is gathered or being looked at. */
  isIdle(): boolean;
  close(): void;
}

export interface DirtyPathsOptions {
  /** The source's own path: an event on it concerns everything below. */
  readonly root: string;
  readonly onRoot: () => void;
  /** Looks at the paths; a rejection is the caller's to report beforehand. */
  readonly look: (paths: readonly string[]) => Promise<void>;
  /** So much happened at once that events may be lost. */
  readonly onBurst: () => void;
  readonly onIdle: () => void;
}

export function createDirtyPaths(options: DirtyPathsOptions): DirtyPaths {
  let gathered = new Set<string>();
  let events = 0;
  let timer: NodeJS.Timeout | null = null;
  let looking = false;
  let closed = false;

  const schedule = (): void => {
    if (closed || looking || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      void handOn();
    }, gatherMs);
  };
  const handOn = async (): Promise<void> => {
    if (gathered.delete(options.root)) options.onRoot();
    const paths = [...gathered];
    const isBurst = events > burstEvents || paths.length >= heldPaths;
    gathered = new Set();
    events = 0;
    looking = true;
    try {
      if (isBurst) options.onBurst();
      await options.look(paths);
    } finally {
      looking = false;
      if (gathered.size > 0) schedule();
      else options.onIdle();
    }
  };

  return {
    add(path) {
      if (closed) return;
      events++;
      if (gathered.size < heldPaths) gathered.add(path);
      schedule();
    },
    isIdle: () => closed || (gathered.size === 0 && !looking),
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      gathered.clear();
    },
  };
}
