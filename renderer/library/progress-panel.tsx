import type { Progress } from '#main/contract/sources.ts';
import { Notice } from '../design/notice.tsx';
import { bytesOf, countOf, rateOf, remainingOf } from '../wording/figures.ts';
import { Pause } from './pause.tsx';
import styles from './progress-panel.module.css';
import { StageBar } from './stage-bar.tsx';

const { panel, head, stages, current } = styles;

const headings: Readonly<Record<Progress['phase'], string>> = {
  idle: 'Up to date',
  scanning: 'Looking for changes',
  reading: 'Reading your files',
  embedding: 'Learning what the passages mean',
  waiting: 'Waiting',
  paused: 'Paused',
};

/** How far the index is: both of its stages, how fast, and how long each will still take. */
export function ProgressPanel({ progress }: { readonly progress: Progress }) {
  const { phase, filesDone, filesTotal, bytesDone, bytesTotal, chunksEmbedded, chunksTotal } = progress;
  const sizes = bytesTotal === 0 ? '' : ` · ${bytesOf(bytesDone)} of ${bytesOf(bytesTotal)}`;
  return (
    <section className={panel} aria-label="Progress">
      <div className={head}>
        <h2>{headings[phase]}</h2>
        <Pause phase={phase} />
      </div>
      <div className={stages}>
        <StageBar
          name="Searchable by words"
          done={filesDone}
          total={filesTotal}
          figures={`${countOf(filesDone)} of ${countOf(filesTotal)} files${sizes}`}
          pace={readingPace(progress)}
        />
        <StageBar
          name="Searchable by meaning"
          done={chunksEmbedded}
          total={chunksTotal}
          figures={`${countOf(chunksEmbedded)} of ${countOf(chunksTotal)} passages`}
          pace={embeddingPace(progress)}
        />
      </div>
      {progress.current === null ? null : <p className={current}>{progress.current}</p>}
      {progress.notice === null ? null : <Notice tone="warn">{progress.notice}</Notice>}
    </section>
  );
}

function readingPace({ phase, filesPerSecond, bytesPerSecond, searchableInMs }: Progress): string {
  if (phase !== 'reading') return '';
  return [
    ...(filesPerSecond === null ? [] : [rateOf(filesPerSecond, 'files')]),
    ...(bytesPerSecond === null ? [] : [`${bytesOf(bytesPerSecond)}/s`]),
    searchableInMs === null ? 'time left not known yet' : remainingOf(searchableInMs),
  ].join(' · ');
}

function embeddingPace({ phase, chunksPerSecond, embeddedInMs }: Progress): string {
  if (phase === 'reading') return embeddedInMs === null ? 'follows the reading' : remainingOf(embeddedInMs);
  if (phase !== 'embedding') return '';
  return [
    ...(chunksPerSecond === null ? [] : [rateOf(chunksPerSecond, 'passages')]),
    embeddedInMs === null ? 'time left not known yet' : remainingOf(embeddedInMs),
  ].join(' · ');
}
