import type { Progress } from '#main/contract/sources.ts';
import { hrefOf } from '../app/route.ts';
import { Icon } from '../design/icon.tsx';
import { counted } from '../wording/figures.ts';
import { Examples } from './examples.tsx';
import styles from './start.module.css';

const { start, lead, go, later } = styles;

interface StartProps {
  readonly progress: Progress | null;
  readonly onAsk: (question: string) => void;
}

/** The ask screen before its first question: what can be asked, or how to begin where nothing is indexed. */
export function Start({ progress, onAsk }: StartProps) {
  const empty = progress?.phase === 'idle' && progress.filesTotal === 0;
  if (empty) return <NothingYet heading="h1" />;
  return (
    <section className={start}>
      <h1>Ask your files</h1>
      <p className={lead}>{readiness(progress)}</p>
      <Examples filesDone={progress?.filesDone ?? 0} onAsk={onAsk} />
    </section>
  );
}

export function NothingYet({ heading: Heading }: { readonly heading: 'h1' | 'h3' }) {
  return (
    <section className={start}>
      <Heading>Nothing to ask yet</Heading>
      <p className={lead}>
        Quipu answers from the folders you give it: mail, notes, documents. They are only read, and nothing
        leaves this computer.
      </p>
      <a className={go} href={hrefOf({ screen: 'library' })}>
        <Icon name="plus" />
        Add a folder
      </a>
      <a className={later} href={hrefOf({ screen: 'start', step: 'where' })}>
        First steps
      </a>
    </section>
  );
}

function readiness(progress: Progress | null): string {
  const promise = 'Every answer shows where it comes from.';
  if (progress === null || progress.filesTotal === 0) return promise;
  const waiting = progress.filesTotal - progress.filesDone;
  if (waiting === 0) return `${counted(progress.filesTotal, 'file')} at hand. ${promise}`;
  return `${counted(progress.filesDone, 'file')} at hand, ${counted(waiting, 'more', 'more')} being read. ${promise}`;
}
