import type { Progress } from '#main/contract/sources.ts';
import type { Library } from '../store/library.ts';
import type { Deletions } from './deletions.ts';
import type { EmbeddingStage } from './embedding-stage.ts';
import { createRate, type Rate } from './rate.ts';
import type { ReadingStage } from './reading-stage.ts';

/** Counting the ledger goes through all of it, so that a large one is counted less often. */
const countShare = 0.02;
const leastCountMs = 200;

export interface MeasuredStages {
  readonly library: Library;
  readonly reading: ReadingStage;
  readonly embedding: EmbeddingStage;
  readonly deletions: Pick<Deletions, 'dropped'>;
  readonly isScanning: () => boolean;
}

/** Both stages of indexing as a readonly value, at any time. */
export interface ProgressMeter {
  current(): Progress;
  /** A file was settled: counted at once, though the ledger is counted only now and then. */
  fileSettled(): void;
}

export function createProgressMeter(stages: MeasuredStages): ProgressMeter {
  const files = createFileCount(stages.library);
  const fileRate = createRate();
  const chunkRate = createRate();
  return {
    fileSettled: () => files.settled(),
    current() {
      const { embedded, total: chunks } = stages.embedding.progress();
      const phase = phaseOf(stages, chunks);
      const { done, total } = files.count(phase === 'idle');
      note(fileRate, done, phase === 'reading' || phase === 'scanning');
      note(chunkRate, embedded, phase === 'embedding');
      const rates = { files: fileRate.perSecond(), chunks: chunkRate.perSecond() };
      return {
        phase,
        filesDone: done,
        filesTotal: total,
        filesDropped: stages.deletions.dropped(),
        chunksEmbedded: embedded,
        chunksTotal: chunks,
        filesPerSecond: rates.files,
        chunksPerSecond: rates.chunks,
        remainingMs: remaining(phase, total - done, chunks - embedded, rates),
        current: stages.reading.current(),
        notice: stages.reading.trouble()?.message ?? stages.embedding.notice(),
      };
    },
  };
}

function note(rate: Rate, done: number, isRunning: boolean): void {
  if (isRunning) rate.note(done);
  else rate.reset();
}

function phaseOf(
  { library, reading, embedding, isScanning }: MeasuredStages,
  chunks: number,
): Progress['phase'] {
  if (!reading.isIdle()) return 'reading';
  if (isScanning()) return 'scanning';
  // Until the embedder is loaded it is not idle, though there may be nothing to embed.
  if (chunks > 0 && !embedding.isIdle()) return 'embedding';
  const sources = library.sources.list();
  return sources.length > 0 && sources.every(({ state }) => state === 'paused') ? 'paused' : 'idle';
}

/** Only for the stage that runs: how long the next one takes is not known before it has begun. */
function remaining(
  phase: Progress['phase'],
  files: number,
  chunks: number,
  rates: { readonly files: number | null; readonly chunks: number | null },
): number | null {
  const left = (count: number, perSecond: number | null): number | null =>
    perSecond === null || perSecond === 0 ? null : Math.round((count / perSecond) * 1000);
  if (phase === 'reading') return left(files, rates.files);
  if (phase === 'embedding') return left(chunks, rates.chunks);
  return phase === 'idle' ? 0 : null;
}

function createFileCount(library: Library) {
  let counted = { done: 0, total: 0 };
  let settledSince = 0;
  let nextMs = 0;
  return {
    settled: () => void settledSince++,
    count(exactly: boolean): { done: number; total: number } {
      const nowMs = performance.now();
      if (exactly || nowMs >= nextMs) {
        const { files, pending } = library.files.tally();
        counted = { done: files - pending, total: files };
        settledSince = 0;
        const afterMs = performance.now();
        nextMs = afterMs + Math.max(leastCountMs, (afterMs - nowMs) / countShare);
      }
      return { done: Math.min(counted.total, counted.done + settledSince), total: counted.total };
    },
  };
}
