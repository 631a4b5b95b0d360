import type { Progress } from '#main/contract/sources.ts';
import type { Library } from '../store/library.ts';
import { createReadCounter } from './count-read.ts';
import type { Deletions } from './deletions.ts';
import type { EmbeddingStage } from './embedding-stage.ts';
import { createPace } from './measure-pace.ts';
import type { ReadingStage } from './reading-stage.ts';

export interface MeasuredStages {
  readonly library: Library;
  readonly reading: Pick<ReadingStage, 'isIdle' | 'current' | 'trouble' | 'allReachedBytes'>;
  readonly embedding: Pick<EmbeddingStage, 'isIdle' | 'progress' | 'notice'>;
  readonly deletions: Pick<Deletions, 'dropped'>;
  readonly isScanning: () => boolean;
  /** Why nothing new is read or embedded just now, in words; null where it goes on. */
  readonly held: () => string | null;
}

/** Both stages of indexing as a readonly value, at any time. */
export interface ProgressMeter {
  current(): Progress;
  /** A file of this size was settled. */
  fileSettled(sizeBytes: number): void;
}

export function createProgressMeter(stages: MeasuredStages): ProgressMeter {
  const counter = createReadCounter(stages.library, stages.reading);
  const pace = createPace();
  const shown = createHighest();
  return {
    fileSettled: counter.settled,
    current() {
      const chunks = stages.embedding.progress();
      const phase = phaseOf(stages, chunks.total);
      const count = counter.count(phase === 'idle');
      const settled = counter.settledSoFar();
      pace.note(phase, counter.read(), chunks);
      if (phase === 'idle' || phase === 'paused') shown.reset();
      return {
        phase,
        filesDone: shown.of('files', count.done.files, count.total.files),
        filesTotal: count.total.files,
        bytesDone: shown.of('bytes', count.done.bytes, count.total.bytes),
        bytesTotal: count.total.bytes,
        filesRead: settled.files,
        bytesRead: settled.bytes,
        filesDropped: stages.deletions.dropped(),
        chunksEmbedded: shown.of('chunks', chunks.embedded, chunks.total),
        chunksTotal: chunks.total,
        ...pace.of(phase, count.left, chunks.total - chunks.embedded, stages.isScanning()),
        current: stages.reading.current(),
        notice: noticeOf(stages, phase),
      };
    },
  };
}

function phaseOf(
  { library, reading, embedding, isScanning, held }: MeasuredStages,
  chunks: number,
): Progress['phase'] {
  const isHeld = held() !== null && reading.current() === null;
  if (!reading.isIdle()) return isHeld ? 'waiting' : 'reading';
  if (isScanning()) return 'scanning';
  // Until the embedder is loaded it is not idle, though there may be nothing to embed.
  if (chunks > 0 && !embedding.isIdle()) return isHeld ? 'waiting' : 'embedding';
  const sources = library.sources.list();
  return sources.length > 0 && sources.every(({ state }) => state === 'paused') ? 'paused' : 'idle';
}

function noticeOf({ reading, embedding, held }: MeasuredStages, phase: Progress['phase']): string | null {
  return reading.trouble()?.message ?? (phase === 'waiting' ? held() : embedding.notice());
}

/** What a person saw done stays done while the work lasts, though a file that changed meanwhile is to be read again. */
function createHighest() {
  const highest = new Map<string, number>();
  return {
    of(what: string, done: number, total: number): number {
      const most = Math.min(total, Math.max(done, highest.get(what) ?? 0));
      highest.set(what, most);
      return most;
    },
    reset: () => highest.clear(),
  };
}
