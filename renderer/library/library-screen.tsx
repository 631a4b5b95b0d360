import { useState } from 'react';
import type { Progress } from '#main/contract/sources.ts';
import { FaultNotice, Notice } from '../design/notice.tsx';
import { ScreenHead } from '../design/screen-head.tsx';
import { bytesOf, counted } from '../wording/figures.ts';
import { AddSource } from './add-source.tsx';
import { FirstFolder } from './first-folder.tsx';
import { Ledger } from './ledger.tsx';
import styles from './library-screen.module.css';
import { ModelsNotice } from './models-notice.tsx';
import { Pace } from './pace.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { SourceCard } from './source-card.tsx';
import { useDroppedPaths } from './use-dropped-paths.ts';
import { useLibrary } from './use-library.ts';

const { screen, sources: grid, dropping } = styles;

/** What Quipu knows of: the sources, how far they are read, and each file with its state. */
export function LibraryScreen({ progress }: { readonly progress: Progress | null }) {
  const [library, reload] = useLibrary(progress);
  const [path, setPath] = useState('');
  const drop = useDroppedPaths(setPath);
  if (library.phase === 'loading') return <div className={screen} aria-busy="true" />;
  if (library.phase === 'failed') {
    return (
      <div className={screen}>
        <FaultNotice fault={library.fault} />
      </div>
    );
  }
  const { sources, status, models } = library.value;
  const adder = <AddSource path={path} onPath={setPath} dropNotice={drop.notice} onAdded={reload} />;
  return (
    <div className={screen} data-empty={sources.length === 0}>
      {drop.over ? <div className={dropping}>Drop to add it to the library</div> : null}
      <ScreenHead
        title="Library"
        sum={
          sources.length === 0
            ? null
            : [
                counted(status.documents, 'document'),
                counted(status.chunks, 'passage'),
                bytesOf(status.bytes),
              ].join(' · ')
        }
      />
      {status.notices.map((notice) => (
        <Notice key={notice} tone="warn">
          {notice}
        </Notice>
      ))}
      {sources.length === 0 ? (
        <>
          <FirstFolder>{adder}</FirstFolder>
          <ModelsNotice models={models} onChanged={reload} />
        </>
      ) : (
        <>
          {progress === null ? null : <ProgressPanel progress={progress} />}
          <Pace />
          <ModelsNotice models={models} onChanged={reload} />
          <section className={grid} aria-label="Sources">
            {sources.map((source) => (
              <SourceCard key={source.sourceId} source={source} onChanged={reload} />
            ))}
          </section>
          {adder}
          <Ledger status={status} sources={sources} />
        </>
      )}
    </div>
  );
}
