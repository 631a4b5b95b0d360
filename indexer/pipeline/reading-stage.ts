import { Fault } from '#main/contract/fault.ts';
import type { FileRow } from '../store/file-row.ts';
import type { Library } from '../store/library.ts';
import { errorCode } from '../watch/sighting.ts';
import type { Log } from './log.ts';
import { createReadingQueue } from './reading-queue.ts';
import type { FileSettler, Headway } from './settle-file.ts';
import { createTrouble } from './trouble.ts';

/** Bytes of file content held at once, in the engine and on the way to the parsers. */
const heldBytesAtMost = 64 * 1024 * 1024;
/** The same of a file that is read piece by piece, whatever its size. */
const pieceBytes = 4 * 1024 * 1024;
/** Files that are read and wait for their transaction: a group of mails for it, and half of the next. */
const readyAtMost = 160;
/** Unexpected errors with one file before it is left for the next start. */
const failuresAtMost = 5;

/** Takes pending files out of the ledger and has them read, several at once. */
export interface ReadingStage {
  /** There may be new pending rows. */
  wake(): void;
  /** These files were changed just now and go before what waits. */
  prefer(paths: readonly string[]): void;
  isReading(path: string): boolean;
  /** Calls back once the path is not being read any more. */
  whenRead(path: string, then: () => void): void;
  /** No file is being read, none waits. */
  isIdle(): boolean;
  /** Why nothing can be written at the moment. */
  trouble(): Fault | null;
  /** Ends the reading of a source's files and resolves when none is being read any more. */
  stop(sourceId: number): Promise<void>;
  /** The file that has been read for longest. */
  current(): string | null;
  /** The same of all that is being read. */
  allReachedBytes(): number;
  close(): Promise<void>;
}

export interface ReadingStageOptions {
  readonly library: Library;
  readonly settler: FileSettler;
  /** Files that are read and parsed at once; more than there are parser processes, so that reading and parsing overlap. */
  readonly parallel: number;
  readonly log: Log;
  /** No file is begun while this is false. */
  readonly mayRead: () => boolean;
  /** A file of this size has reached its end in the ledger. */
  readonly onSettled: (sizeBytes: number) => void;
  /** The stage may have fallen idle, or got into trouble. */
  readonly onChange: () => void;
}

interface Flight {
  readonly row: FileRow;
  /** Of its content, in memory. */
  heldBytes: number;
  /** How far it is read, where it is read piece by piece. */
  reachedBytes: number;
  isReady: boolean;
  readonly stop: AbortController;
  ended: Promise<void>;
  readonly callbacks: (() => void)[];
}

export function createReadingStage(options: ReadingStageOptions): ReadingStage {
  const flights = new Map<string, Flight>();
  const queue = createReadingQueue(options.library, (path) => flights.has(path));
  const held = { bytes: 0 };
  let ready = 0;
  let closed = false;
  const trouble = createTrouble(
    options.library.room,
    () => goOn(),
    () => options.onChange(),
  );

  const pause = (fault: Fault): void => {
    if (trouble.fault() === null) options.log.error('library-not-written', { code: fault.code });
    trouble.met(fault);
  };

  const hold = (flight: Flight, bytes: number): void => {
    held.bytes += bytes - flight.heldBytes;
    flight.heldBytes = bytes;
  };

  const read = async (flight: Flight): Promise<void> => {
    const { row } = flight;
    const { signal } = flight.stop;
    const headway: Headway = {
      reached(bytes) {
        flight.reachedBytes = bytes;
        if (flight.heldBytes > pieceBytes) {
          hold(flight, pieceBytes);
          fill();
        }
        options.onChange();
      },
      ready() {
        flight.isReady = true;
        ready += 1;
        fill();
        return flights.size > ready;
      },
    };
    try {
      const settled = await options.settler.settle(row, queue.tries(row.path), headway, signal);
      trouble.over();
      if (settled === 'again') queue.retryLater(row.path, goOn);
      else {
        queue.settled(row.path);
        options.onSettled(row.sizeBytes);
      }
    } catch (error) {
      if (signal.aborted) return queue.settled(row.path);
      if (error instanceof Fault) return pause(error);
      options.log.error('file-not-settled', { path: row.path, code: errorCode(error) });
      if (queue.tries(row.path) >= failuresAtMost) queue.giveUp(row.path);
      else queue.retryLater(row.path, goOn);
    }
  };

  const launch = (row: FileRow): void => {
    const flight: Flight = {
      ...{ row, heldBytes: 0, reachedBytes: 0, isReady: false },
      ...{ stop: new AbortController(), ended: Promise.resolve(), callbacks: [] },
    };
    hold(flight, row.sizeBytes);
    flights.set(row.path, flight);
    flight.ended = read(flight).finally(() => {
      flights.delete(row.path);
      hold(flight, 0);
      if (flight.isReady) ready -= 1;
      for (const then of flight.callbacks) then();
      goOn();
    });
  };

  const hasRoom = (): boolean =>
    flights.size - Math.min(ready, readyAtMost) < (trouble.isInDoubt() ? 1 : options.parallel);
  const fill = (): void => {
    while (!closed && trouble.fault() === null && options.mayRead() && hasRoom()) {
      const row = queue.next((next) => flights.size === 0 || held.bytes + next.sizeBytes <= heldBytesAtMost);
      if (row === undefined) return;
      launch(row);
    }
  };

  const goOn = (): void => {
    if (closed) return;
    if (trouble.fault() === null) queue.refresh();
    fill();
    options.onChange();
  };

  const stop = async (concerned: readonly Flight[]): Promise<void> => {
    for (const flight of concerned) flight.stop.abort();
    await Promise.all(concerned.map((flight) => flight.ended));
  };

  return {
    wake() {
      queue.refresh();
      fill();
    },
    prefer(paths) {
      for (const path of paths) queue.prefer(path);
      fill();
    },
    isReading: (path) => flights.has(path),
    whenRead(path, then) {
      const flight = flights.get(path);
      if (flight === undefined) then();
      else flight.callbacks.push(then);
    },
    isIdle: () => flights.size === 0 && trouble.fault() === null && queue.isEmpty(),
    trouble: trouble.fault,
    stop: (sourceId) => stop([...flights.values()].filter((flight) => flight.row.sourceId === sourceId)),
    current: () => flights.keys().next().value ?? null,
    allReachedBytes: () => [...flights.values()].reduce((sum, flight) => sum + flight.reachedBytes, 0),
    async close() {
      closed = true;
      queue.close();
      trouble.close();
      await stop([...flights.values()]);
    },
  };
}
