import { useState } from 'react';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { Button } from '../design/button.tsx';
import { LeftOutDialog } from './left-out-dialog.tsx';
import styles from './source-card.module.css';

const { actions } = styles;

interface SourceActionsProps {
  readonly source: Source;
  readonly name: string;
  readonly busy: boolean;
  readonly onAct: (call: (client: Client) => Promise<unknown>) => void;
  /** Asks whether it is to be forgotten. */
  readonly onForget: () => void;
  /** The source is another by something that was done beside `onAct`. */
  readonly onChanged: () => void;
}

export function SourceActions({ source, name, busy, onAct, onForget, onChanged }: SourceActionsProps) {
  const [choosing, setChoosing] = useState(false);
  const ref = { sourceId: source.sourceId };
  const paused = source.state === 'paused';
  return (
    <div className={actions}>
      <Button
        look="quiet"
        icon={paused ? 'resume' : 'pause'}
        disabled={busy}
        aria-label={`${paused ? 'Resume' : 'Pause'} ${name}`}
        onClick={() => onAct((client) => (paused ? client.sources.resume(ref) : client.sources.pause(ref)))}
      >
        {paused ? 'Resume' : 'Pause'}
      </Button>
      <Button
        look="quiet"
        icon="rescan"
        disabled={busy || paused}
        aria-label={`Rescan ${name}`}
        onClick={() => onAct((client) => client.sources.rescan(ref))}
      >
        Rescan
      </Button>
      <Button
        look="quiet"
        icon="filter"
        disabled={busy}
        aria-label={`What is left out of ${name}`}
        onClick={() => setChoosing(true)}
      >
        Left out
      </Button>
      <Button look="quiet" icon="forget" disabled={busy} aria-label={`Forget ${name}`} onClick={onForget}>
        Forget
      </Button>
      {choosing ? (
        <LeftOutDialog source={source} name={name} onSaved={onChanged} onClose={() => setChoosing(false)} />
      ) : null}
    </div>
  );
}
