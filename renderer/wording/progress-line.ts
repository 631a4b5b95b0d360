import type { Progress } from '#main/contract/sources.ts';
import { counted, countOf, shareOf } from './figures.ts';

/** The state of the index in a few words. */
export function progressLine(progress: Progress): string {
  const { phase, filesDone, filesTotal, chunksEmbedded, chunksTotal } = progress;
  switch (phase) {
    case 'scanning':
      return 'Looking for changes';
    case 'reading':
      return `Reading ${countOf(filesDone)} of ${counted(filesTotal, 'file')}`;
    case 'embedding':
      return `Searchable; learning meanings, ${shareOf(chunksEmbedded, chunksTotal)}`;
    case 'waiting':
      return 'Waiting';
    case 'paused':
      return 'Paused';
    case 'idle':
      return filesTotal === 0 ? 'No files yet' : `${counted(filesTotal, 'file')}, up to date`;
  }
}
