import type { Progress } from '#main/contract/sources.ts';
import { type Amount, createReadingEstimate } from './estimate-reading.ts';
import { createRate, type Rate } from './rate.ts';

type Phase = Progress['phase'];
type Paces = Pick<
  Progress,
  'filesPerSecond' | 'bytesPerSecond' | 'chunksPerSecond' | 'searchableInMs' | 'embeddedInMs' | 'remainingMs'
>;

/** How fast both stages go and how long they will take. */
export interface Pace {
  note(phase: Phase, read: Amount, chunks: { readonly embedded: number; readonly total: number }): void;
  /** `isScanning`: files may still turn up, so that nobody can say how long reading takes. */
  of(phase: Phase, left: Amount, chunksLeft: number, isScanning: boolean): Paces;
}

export function createPace(): Pace {
  const rates = { files: createRate(), bytes: createRate(), made: createRate(), embedded: createRate() };
  const estimate = createReadingEstimate();
  /** Chunks a second when it last embedded: while it reads, what follows is known from then. */
  let lastEmbedded: number | null = null;

  const searchable = (phase: Phase, left: Amount, isScanning: boolean): number | null => {
    if (phase === 'paused' || isScanning) return null;
    return phase === 'reading' ? estimate.remainingMs(left) : 0;
  };
  const embedded = (phase: Phase, chunksLeft: number, searchableInMs: number | null): number | null => {
    if (phase === 'idle') return chunksLeft === 0 ? 0 : null;
    const rate = phase === 'embedding' ? rates.embedded.perSecond() : lastEmbedded;
    const made = phase === 'embedding' ? 0 : rates.made.perSecond();
    if (searchableInMs === null || made === null || rate === null || rate === 0) return null;
    const chunks = chunksLeft + (made * searchableInMs) / 1000;
    return Math.round(searchableInMs + (chunks * 1000) / rate);
  };
  return {
    note(phase, read, chunks) {
      const isReading = phase === 'reading' || phase === 'scanning';
      if (phase === 'reading') estimate.note(read);
      else estimate.reset();
      note(rates.files, read.files, isReading);
      note(rates.bytes, read.bytes, isReading);
      note(rates.made, chunks.total, isReading);
      note(rates.embedded, chunks.embedded, phase === 'embedding');
      lastEmbedded = rates.embedded.perSecond() ?? lastEmbedded;
    },
    of(phase, left, chunksLeft, isScanning) {
      const searchableInMs = searchable(phase, left, isScanning);
      const embeddedInMs = embedded(phase, chunksLeft, searchableInMs);
      return {
        filesPerSecond: rates.files.perSecond(),
        bytesPerSecond: rates.bytes.perSecond(),
        chunksPerSecond: rates.embedded.perSecond(),
        ...{ searchableInMs, embeddedInMs },
        remainingMs: phase === 'embedding' ? embeddedInMs : searchableInMs,
      };
    },
  };
}

function note(rate: Rate, done: number, isRunning: boolean): void {
  if (isRunning) rate.note(done);
  else rate.reset();
}
