import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import type { SourceRow } from '../store/sources.ts';
import { steadyNow } from '../store/steady-time.ts';
import { lookAtRoot } from '../watch/root.ts';
import { look } from '../watch/sighting.ts';
import type { Log } from './log.ts';
import type { WriteTurns } from './write-turns.ts';

/**
 * More than this at once is no tidying up but an unplugged disk, a share that is away or a sync gone wrong: such files
 * are kept, marked missing, until they come back or the user has the source looked through again.
 */
const massFiles = 500;
const massShare = 0.2;
/** Below this the share says nothing: three of ten notes may well be thrown away. */
const massShareFrom = 20;
/** Dropped in one turn and transaction: some milliseconds. */
const pageRows = 40;
const confirmedRestMs = 1_000;
/** Files come back many at once: one review for all of them. */
const returnedRestMs = 300;

/** Believes deletions only when they have proved true; until then a file is hidden, not forgotten. */
export interface Deletions {
  /** Nothing is at these paths of a source any more: they are not found from now on, and go after the settle time. */
  vanished(sourceId: number, paths: readonly string[]): Promise<void>;
  /** Files of the source were marked missing. */
  expect(sourceId: number): void;
  /** A missing file of the source was seen again. */
  returned(sourceId: number): void;
  /**
   * Drops what has been missing for the settle time, and sets the source's state by what is missing.
   * `isAsked`: a person had the source looked through, so that neither time nor mass holds it back.
   */
  review(sourceId: number, isAsked?: boolean): Promise<void>;
  /** No review is under way, and none that a person asked for waits until files are read. */
  isIdle(): boolean;
  /** Files dropped since this was made. */
  dropped(): number;
  close(): Promise<void>;
}

export interface DeletionOptions {
  readonly library: Library;
  readonly writes: WriteTurns;
  readonly settleMs: number;
  readonly log: Log;
  /** Files are being read, among which may be the missing ones at new paths. */
  readonly isReading: () => boolean;
  /** A file marked missing is there again. */
  readonly onFound: (row: FileRow) => void;
  /** A review has ended. */
  readonly onChange: () => void;
}

export function createDeletions(options: DeletionOptions): Deletions {
  const { library, writes, settleMs, log } = options;
  const { files, sources } = library;
  const timers = new Map<number, { timer: NodeJS.Timeout; dueMs: number }>();
  const confirmedSources = new Set<number>();
  const reviews = new Set<Promise<void>>();
  /** Sources whose review a person asked for, put off while files are read. */
  const putOff = new Set<number>();
  const beganMs = steadyNow();
  let dropped = 0;
  let closed = false;

  const schedule = (sourceId: number, delayMs: number): void => {
    const dueMs = performance.now() + delayMs;
    const waiting = timers.get(sourceId);
    if (closed || (waiting !== undefined && waiting.dueMs <= dueMs)) return;
    clearTimeout(waiting?.timer);
    const timer = setTimeout(() => {
      timers.delete(sourceId);
      review(sourceId, false).catch((error: unknown) =>
        log.error('review-failed', { sourceId, error: String(error) }),
      );
    }, delayMs);
    timers.set(sourceId, { timer: timer.unref(), dueMs });
  };

  const setState = (source: SourceRow, state: SourceRow['state']): Promise<void> =>
    writes.run(() => {
      if (sources.get(source.sourceId)?.state === source.state && source.state !== state)
        sources.setState(source.sourceId, state);
    });

  const drop = (rows: readonly FileRow[]): Promise<void> =>
    writes.run(() => {
      const isStillMissing = ({ path }: FileRow): boolean => files.get(path)?.missingSince != null;
      const paths = rows.filter(isStillMissing).map(({ path }) => path);
      files.removeAll(paths);
      dropped += paths.length;
    });

  /** What is missing since a time to come was noted before the clock was set back: at the latest when this began. */
  const sinceOf = ({ missingSince }: FileRow): number => {
    const sinceMs = Date.parse(missingSince ?? '');
    return sinceMs <= steadyNow() ? sinceMs : beganMs;
  };

  /** Drops the files missing since before `sinceMs`; the rest is looked at again when its time has come. */
  const dropSettled = async (sourceId: number, sinceMs: number): Promise<void> => {
    let kept = 0;
    while (!closed) {
      const rows = files.missing(sourceId, kept + pageRows).slice(kept);
      if (rows.length === 0) return;
      const due = rows.filter((row) => sinceOf(row) <= sinceMs);
      const gone: FileRow[] = [];
      for (const row of due) {
        const { kind } = await look(row.path);
        if (kind === 'gone' || kind === 'folder') gone.push(row);
        else options.onFound(row);
      }
      await drop(gone);
      kept += due.length - gone.length;
      const early = rows.find((row) => !due.includes(row));
      if (early !== undefined) return schedule(sourceId, sinceOf(early) - sinceMs);
    }
  };

  const review = (sourceId: number, isAsked: boolean): Promise<void> => {
    putOff.delete(sourceId);
    const run = reviewNow(sourceId, isAsked).finally(() => {
      reviews.delete(run);
      options.onChange();
    });
    reviews.add(run);
    return run;
  };
  const reviewNow = async (sourceId: number, isAsked: boolean): Promise<void> => {
    if (isAsked) confirmedSources.add(sourceId);
    const source = sources.get(sourceId);
    if (source === undefined || source.state === 'paused' || closed) return;
    const isThere = (await lookAtRoot(source)) === 'same';
    const missing = files.missingCount(sourceId);
    // What was asked for holds for what is missing now, not for what may be some day.
    if (!isThere || missing === 0) confirmedSources.delete(sourceId);
    if (!isThere || missing === 0) return setState(source, isThere ? 'watching' : 'missing');
    const confirmed = confirmedSources.has(sourceId);
    // A file that was moved is known again when it is read at its new place.
    if (options.isReading()) {
      if (confirmed) putOff.add(sourceId);
      return schedule(sourceId, confirmed ? confirmedRestMs : settleMs);
    }
    if (!confirmed && isMass(missing, total(library, sourceId))) {
      if (source.state !== 'missing') log.warn('many-files-missing', { sourceId, files: missing });
      return setState(source, 'missing');
    }
    confirmedSources.delete(sourceId);
    await dropSettled(sourceId, confirmed ? Number.POSITIVE_INFINITY : steadyNow() - settleMs);
    const after = sources.get(sourceId);
    if (after?.state === 'missing' && files.missingCount(sourceId) === 0) await setState(after, 'watching');
  };

  return {
    async vanished(sourceId, paths) {
      await writes.run(() => files.markAll(paths.map((path) => ({ kind: 'gone', path }))));
      schedule(sourceId, settleMs);
    },
    expect: (sourceId) => schedule(sourceId, settleMs),
    returned: (sourceId) => schedule(sourceId, returnedRestMs),
    review: (sourceId, isAsked = false) => review(sourceId, isAsked),
    isIdle: () => reviews.size === 0 && putOff.size === 0,
    dropped: () => dropped,
    async close() {
      closed = true;
      for (const { timer } of timers.values()) clearTimeout(timer);
      await Promise.allSettled(reviews);
    },
  };
}

function isMass(missing: number, files: number): boolean {
  return missing > massFiles || (missing >= massShareFrom && missing > massShare * files);
}

function total(library: Library, sourceId: number): number {
  return Object.values(library.files.counts(sourceId)).reduce((sum, count) => sum + count, 0);
}
