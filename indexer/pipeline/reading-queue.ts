import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';

/** Rows taken from the ledger at once: small enough that a newly changed file is soon among them. */
const windowRows = 256;
/** Files above this size wait until the smaller ones of the window are read. */
const bigFileBytes = 4 * 1024 * 1024;
/** Paths remembered as changed just now; beyond that they are found by their time of change. */
const preferredAtMost = 1_000;
const firstRetryMs = 150;
const longestRetryMs = 5_000;

/** Which pending file is read next. What is pending stands in the ledger; this holds only the order. */
export interface ReadingQueue {
  /** The next row to read, or undefined where none waits or `fits` refuses the next one for now. */
  next(fits: (row: FileRow) => boolean): FileRow | undefined;
  prefer(path: string): void;
  /** The ledger may hold pending rows that were not there at the last look. */
  refresh(): void;
  /** How often the path was tried in vain. */
  tries(path: string): number;
  /** Takes the path up again after a while that grows with every try, then calls `due`. */
  retryLater(path: string, due: () => void): void;
  settled(path: string): void;
  /** The path is not tried again while this queue lives; its row stays pending. */
  giveUp(path: string): void;
  isEmpty(): boolean;
  close(): void;
}

export function createReadingQueue(library: Library, isReading: (path: string) => boolean): ReadingQueue {
  const preferred = new Set<string>();
  const tries = new Map<string, number>();
  const resting = new Map<string, NodeJS.Timeout>();
  const givenUp = new Set<string>();
  let window: FileRow[] = [];
  let drained = false;

  const isFree = (path: string): boolean => !isReading(path) && !resting.has(path) && !givenUp.has(path);
  const isWaiting = (row: FileRow | undefined): row is FileRow =>
    row?.state === 'pending' &&
    row.missingSince === null &&
    isFree(row.path) &&
    library.sources.get(row.sourceId)?.state !== 'paused';

  const refill = (): void => {
    const passedOver = resting.size + givenUp.size;
    const rows = library.files.pending(windowRows + passedOver).filter((row) => isFree(row.path));
    const isBig = (row: FileRow): number => Number(row.sizeBytes > bigFileBytes);
    window = rows.sort((a, b) => isBig(a) - isBig(b));
    drained = rows.length === 0;
  };

  /** The first row of the window that still waits: rows change while they lie in it. */
  const first = (): FileRow | undefined => {
    while (true) {
      if (window.length === 0 && !drained) refill();
      const candidate = window[0];
      if (candidate === undefined) return undefined;
      const row = library.files.get(candidate.path);
      if (isWaiting(row)) return row;
      window.shift();
    }
  };

  const firstPreferred = (): FileRow | undefined => {
    for (const path of preferred) {
      const row = library.files.get(path);
      if (isWaiting(row)) return row;
      preferred.delete(path);
    }
    return undefined;
  };

  return {
    next(fits) {
      const row = firstPreferred() ?? first();
      if (row === undefined || !fits(row)) return undefined;
      preferred.delete(row.path);
      if (window[0]?.path === row.path) window.shift();
      return row;
    },
    prefer(path) {
      givenUp.delete(path);
      drained = false;
      if (preferred.size < preferredAtMost) preferred.add(path);
    },
    refresh() {
      drained = false;
    },
    tries: (path) => tries.get(path) ?? 0,
    retryLater(path, due) {
      const count = (tries.get(path) ?? 0) + 1;
      tries.set(path, count);
      const delayMs = Math.min(firstRetryMs * 2 ** (count - 1), longestRetryMs);
      const timer = setTimeout(() => {
        resting.delete(path);
        drained = false;
        due();
      }, delayMs);
      resting.set(path, timer);
    },
    settled: (path) => void tries.delete(path),
    giveUp(path) {
      tries.delete(path);
      givenUp.add(path);
    },
    isEmpty: () => resting.size === 0 && firstPreferred() === undefined && first() === undefined,
    close() {
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
