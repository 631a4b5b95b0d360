import type { Progress } from '#main/contract/sources.ts';
import { Notice } from '../design/notice.tsx';
import { countOf, rateOf, remainingOf } from '../wording/figures.ts';
import styles from './progress-panel.module.css';
import { StageBar } from './stage-bar.tsx';

const { panel, now, stages, current } = styles;

const headings: Readonly<Record<Progress['phase'], string>> = {
  idle: 'Up to date',
  scanning: 'Looking for changes',
  reading: 'Reading your files',
  embedding: 'Learning what the passages mean',
  paused: 'Paused',
};

/** How far the index is: both of its stages, how fast, and how long it will still take. */
export function ProgressPanel({ progress }: { readonly progress: Progress }) {
  const { phase, filesDone, filesTotal, chunksEmbedded, chunksTotal } = progress;
  return (
    <section className={panel} aria-label="Progress">
      <div className={now}>
        <h2>{headings[phase]}</h2>
        <p>{pace(progress)}</p>
      </div>
      <div className={stages}>
        <StageBar
          name="Searchable by words"
          done={filesDone}
          total={filesTotal}
          figures={`${countOf(filesDone)} of ${countOf(filesTotal)} files`}
        />
        <StageBar
          name="Searchable by meaning"
          done={chunksEmbedded}
          total={chunksTotal}
          figures={`${countOf(chunksEmbedded)} of ${countOf(chunksTotal)} passages`}
        />
      </div>
      {progress.current === null ? null : <p className={current}>{progress.current}</p>}
      {progress.notice === null ? null : <Notice tone="warn">{progress.notice}</Notice>}
    </section>
  );
}

function pace({ filesPerSecond, chunksPerSecond, remainingMs, phase }: Progress): string {
  const parts: string[] = [];
  if (phase === 'reading' && filesPerSecond !== null) parts.push(rateOf(filesPerSecond, 'files'));
  if (phase !== 'idle' && chunksPerSecond !== null) parts.push(rateOf(chunksPerSecond, 'passages'));
  if (phase !== 'idle' && remainingMs !== null) parts.push(remainingOf(remainingMs));
  return parts.join(' · ');
}
