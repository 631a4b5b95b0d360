import type { Progress } from '#main/contract/sources.ts';
import { lasted } from './figures.ts';

/** What the indexer is doing, in one line. */
export function progressLine(progress: Progress): string {
  const { phase, filesDone, filesTotal, chunksEmbedded, chunksTotal, remainingMs, notice } = progress;
  const parts = [doing(progress)];
  if (filesTotal > 0 && phase !== 'embedding') parts.push(`${filesDone} of ${filesTotal} files`);
  if (chunksTotal > 0) parts.push(`${chunksEmbedded} of ${chunksTotal} passages embedded`);
  if (remainingMs !== null) parts.push(`about ${lasted(remainingMs)} left`);
  if (notice !== null) parts.push(notice);
  return parts.join(' · ');
}

function doing({ phase, current, filesPerSecond, chunksPerSecond }: Progress): string {
  switch (phase) {
    case 'idle':
      return 'Up to date';
    case 'paused':
      return 'Paused';
    case 'scanning':
      return 'Looking for files';
    case 'reading':
      return `Reading${rate(filesPerSecond)}${current === null ? '' : ` ${current.split(/[\\/]/).at(-1)}`}`;
    case 'embedding':
      return `Embedding${rate(chunksPerSecond)}`;
  }
}

function rate(perSecond: number | null): string {
  return perSecond === null ? '' : ` ${Math.round(perSecond)}/s`;
}
