import { useState } from 'react';
import type { Progress } from '#main/contract/sources.ts';
import { Loading } from '../design/loading.tsx';
import { FaultNotice, Notice } from '../design/notice.tsx';
import { ScreenHead } from '../design/screen-head.tsx';
import { Toast } from '../design/toast.tsx';
import { bytesOf, counted } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { AddSource } from './add-source.tsx';
import { FirstFolder } from './first-folder.tsx';
import { Ledger } from './ledger.tsx';
import styles from './library-screen.module.css';
import { ModelsNotice } from './models-notice.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { SourceCard } from './source-card.tsx';
import { SpaceUsed } from './space-used.tsx';
import { useDroppedPaths } from './use-dropped-paths.ts';
import { useForgetting } from './use-forgetting.ts';
import { useLibrary } from './use-library.ts';

const { screen, sources: grid, dropping } = styles;

/** What Quipu knows of: the sources, how far they are read, and each file with its state. */
export function LibraryScreen({ progress }: { readonly progress: Progress | null }) {
  const [library, reload] = useLibrary(progress);
  const [path, setPath] = useState('');
  const drop = useDroppedPaths(setPath);
  const forgetting = useForgetting(reload);
  if (library.phase === 'loading') return <Loading />;
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
      {forgetting.fault === null ? null : <FaultNotice fault={forgetting.fault} />}
      {forgetting.forgotten === null ? null : (
        <Toast onUndo={forgetting.undo} onClose={forgetting.dismiss}>
          {`Forgot “${splitPath(forgetting.forgotten.path).name}”`}
        </Toast>
      )}
      {sources.length === 0 ? (
        <>
          <FirstFolder>{adder}</FirstFolder>
          <ModelsNotice models={models} onChanged={reload} />
        </>
      ) : (
        <>
          {progress === null ? null : <ProgressPanel progress={progress} />}
          <ModelsNotice models={models} onChanged={reload} />
          <section className={grid} aria-label="Sources">
            {sources.map((source) => (
              <SourceCard
                key={source.sourceId}
                source={source}
                onForget={forgetting.forget}
                onChanged={reload}
              />
            ))}
          </section>
          {adder}
          <Ledger status={status} sources={sources} />
          <SpaceUsed />
        </>
      )}
    </div>
  );
}
