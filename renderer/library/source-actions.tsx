import { useState } from 'react';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { Button } from '../design/button.tsx';
import { Confirm } from '../design/confirm.tsx';
import { LeftOutDialog } from './left-out-dialog.tsx';
import styles from './source-card.module.css';

const { actions } = styles;

interface SourceActionsProps {
  readonly source: Source;
  readonly name: string;
  readonly busy: boolean;
  readonly onAct: (call: (client: Client) => Promise<unknown>) => void;
  /** The source is another by something that was done beside `onAct`. */
  readonly onChanged: () => void;
}

export function SourceActions({ source, name, busy, onAct, onChanged }: SourceActionsProps) {
  const [sure, setSure] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const ref = { sourceId: source.sourceId };
  const paused = source.state === 'paused';
  const forget = () => {
    setSure(false);
    onAct((client) => client.sources.forget(ref));
  };
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
      <Button
        look="quiet"
        icon="forget"
        disabled={busy}
        aria-label={`Forget ${name}`}
        onClick={() => setSure(true)}
      >
        Forget
      </Button>
      {choosing ? (
        <LeftOutDialog source={source} name={name} onSaved={onChanged} onClose={() => setChoosing(false)} />
      ) : null}
      {sure ? (
        <Confirm title={`Forget “${name}”?`} act="Forget" onAct={forget} onCancel={() => setSure(false)}>
          Everything Quipu has read from {source.path} leaves its index, except what lies in another source
          too. The files stay where they are, and can be added again; then they are read anew.
        </Confirm>
      ) : null}
    </div>
  );
}
