import { useCallback } from 'react';
import type { Why } from '#main/contract/why.ts';
import { whyFacts, whySentence } from '#main/contract/why-words.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { splitPath } from '../wording/paths.ts';
import styles from './why-dialog.module.css';

const { path: pathBox, sentence, facts, actions } = styles;

interface WhyDialogProps {
  readonly path: string;
  readonly onRetry: (path: string) => void;
  readonly onClose: () => void;
}

/** The whole story of one file: whether it is found, and everything that keeps it from being so. */
export function WhyDialog({ path, onRetry, onClose }: WhyDialogProps) {
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.sources.why({ path }, { signal }),
    [path],
  );
  const [story] = useLoaded(load);
  const { name, folder } = splitPath(path);
  return (
    <Dialog title={isFound(story) ? name : `Why isn’t ${name} found?`} onClose={onClose}>
      <p className={pathBox}>{folder}</p>
      {story.phase === 'failed' ? <FaultNotice fault={story.fault} /> : null}
      {story.phase === 'ready' ? <Story story={story.value} /> : null}
      {story.phase === 'ready' && story.value.file !== null ? (
        <div className={actions}>
          <Button
            icon="rescan"
            onClick={() => {
              onRetry(path);
              onClose();
            }}
          >
            Read it again
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

function isFound(story: ReturnType<typeof useLoaded<Why>>[0]): boolean {
  return story.phase !== 'ready' || story.value.verdict === 'found';
}

function Story({ story }: { readonly story: Why }) {
  return (
    <>
      <p className={sentence}>{whySentence(story)}</p>
      <dl className={facts}>
        {whyFacts(story).map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
