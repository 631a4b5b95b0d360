import type { Progress } from '#main/contract/sources.ts';
import { awaited, sized } from './figures.ts';

/** What the indexer is doing, in one line. */
export function progressLine(progress: Progress): string {
  const { phase, filesTotal, chunksEmbedded, chunksTotal, searchableInMs, embeddedInMs, notice } = progress;
  const parts = [doing(progress)];
  if (filesTotal > 0 && phase !== 'embedding') parts.push(read(progress));
  if (phase === 'reading' && searchableInMs !== null)
    parts.push(`searchable in about ${awaited(searchableInMs)}`);
  if (chunksTotal > 0) parts.push(`${chunksEmbedded} of ${chunksTotal} passages embedded`);
  if (phase !== 'idle' && embeddedInMs !== null) parts.push(`all embedded in about ${awaited(embeddedInMs)}`);
  if (notice !== null) parts.push(notice);
  return parts.join(' · ');
}

function read({ filesDone, filesTotal, bytesDone, bytesTotal }: Progress): string {
  return `${filesDone} of ${filesTotal} files, ${sized(bytesDone)} of ${sized(bytesTotal)}`;
}

function doing({ phase, current, filesPerSecond, bytesPerSecond, chunksPerSecond }: Progress): string {
  switch (phase) {
    case 'idle':
      return 'Up to date';
    case 'waiting':
      return 'Waiting';
    case 'paused':
      return 'Paused';
    case 'scanning':
      return 'Looking for files';
    case 'reading':
      return `Reading${rate(filesPerSecond)}${bytesPerSecond === null ? '' : `, ${sized(bytesPerSecond)}/s`}${current === null ? '' : ` ${current.split(/[\\/]/).at(-1)}`}`;
    case 'embedding':
      return `Embedding${rate(chunksPerSecond)}`;
  }
}

function rate(perSecond: number | null): string {
  return perSecond === null ? '' : ` ${Math.round(perSecond)}/s`;
}
