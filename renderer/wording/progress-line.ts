import type { Progress } from '#main/contract/sources.ts';
import { shareOf } from './figures.ts';
import { wordsOf } from './words.ts';

/** The state of the index in a few words. */
export function progressLine(progress: Progress): string {
  const words = wordsOf('app');
  const { phase, filesDone, filesTotal, chunksEmbedded, chunksTotal } = progress;
  switch (phase) {
    case 'scanning':
      return words('scanning');
    case 'reading':
      return words('reading', { done: filesDone, total: filesTotal });
    case 'embedding':
      return words('embedding', { share: shareOf(chunksEmbedded, chunksTotal) });
    case 'waiting':
      return words('waiting');
    case 'paused':
      return words('paused');
    case 'idle':
      return filesTotal === 0 ? words('noFiles') : words('upToDate', { total: filesTotal });
  }
}
