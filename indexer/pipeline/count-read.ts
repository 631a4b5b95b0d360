import type { Library } from '../store/library.ts';
import type { Amount } from './estimate-reading.ts';
import type { ReadingStage } from './reading-stage.ts';

/** Counting the ledger goes through all of it (20 ms for 100,000 files), so that a large one is counted less often. */
const countShare = 0.02;
const leastCountMs = 200;

/** How much of the ledger is read. */
export interface ReadCount {
  readonly done: Amount;
  readonly total: Amount;
  /** What is to be read now: nothing of a paused source, nothing that is missing. */
  readonly left: Amount;
}

export interface ReadCounter {
  /** A file of this size was settled: counted at once, though the ledger is counted only now and then. */
  settled(sizeBytes: number): void;
  /** All that was settled since the start. */
  settledSoFar(): Amount;
  /** The same with what was read of large files that are under way. */
  read(): Amount;
  count(isExact: boolean): ReadCount;
}

export function createReadCounter(
  library: Library,
  reading: Pick<ReadingStage, 'allReachedBytes'>,
): ReadCounter {
  const nothing = { files: 0, bytes: 0 };
  let counted: ReadCount = { done: nothing, total: nothing, left: nothing };
  let settled: Amount = nothing;
  let settledBefore: Amount = nothing;
  let nextMs = 0;

  const countLedger = (nowMs: number): void => {
    const { all, pending, waiting } = library.files.tally();
    counted = { done: less(all, pending), total: all, left: waiting };
    settledBefore = settled;
    const afterMs = performance.now();
    nextMs = afterMs + Math.max(leastCountMs, (afterMs - nowMs) / countShare);
  };
  const read = (): Amount => more(settled, { files: 0, bytes: reading.allReachedBytes() });
  return {
    settled(sizeBytes) {
      settled = { files: settled.files + 1, bytes: settled.bytes + sizeBytes };
    },
    settledSoFar: () => settled,
    read,
    count(isExact) {
      const nowMs = performance.now();
      if (isExact || nowMs >= nextMs) countLedger(nowMs);
      const since = less(read(), settledBefore);
      const { done, total, left } = counted;
      return { done: atMost(total, more(done, since)), total, left: less(left, since) };
    },
  };
}

function more(a: Amount, b: Amount): Amount {
  return { files: a.files + b.files, bytes: a.bytes + b.bytes };
}

function less(a: Amount, b: Amount): Amount {
  return { files: Math.max(0, a.files - b.files), bytes: Math.max(0, a.bytes - b.bytes) };
}

function atMost(a: Amount, b: Amount): Amount {
  return { files: Math.min(a.files, b.files), bytes: Math.min(a.bytes, b.bytes) };
}
