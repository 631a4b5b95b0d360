import { useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Badge } from '../design/badge.tsx';
import { Icon } from '../design/icon.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { countOf } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { stateCounts, stateOf } from '../wording/states.ts';
import { SourceActions } from './source-actions.tsx';
import styles from './source-card.module.css';
import { StageBar } from './stage-bar.tsx';

const { card, head, name: nameBox, counts } = styles;

interface SourceCardProps {
  readonly source: Source;
  readonly onChanged: () => void;
}

export function SourceCard({ source, onChanged }: SourceCardProps) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const { name, folder } = splitPath(source.path);
  const { files } = source;
  const total = Object.values(files).reduce((sum, count) => sum + count, 0);
  const done = total - files.pending;
  const state = stateOf(source);

  const act = (call: (client: Client) => Promise<unknown>) => {
    if (client === null) return;
    setBusy(true);
    setFault(null);
    call(client)
      .then(onChanged, (error: unknown) => setFault(faultOfCall(error)))
      .finally(() => setBusy(false));
  };
  return (
    <article className={card} aria-label={name} aria-busy={busy}>
      <div className={head}>
        <div className={nameBox}>
          <Icon name="folder" />
          <div>
            <h3>{name}</h3>
            <p>{folder}</p>
          </div>
        </div>
        <Badge tone={state.tone}>{state.words}</Badge>
      </div>
      <StageBar
        name="Read"
        done={done}
        total={total}
        figures={`${countOf(done)} of ${countOf(total)} files`}
      />
      <p className={counts}>{stateCounts(files)}</p>
      {state.tone === 'good' || source.state === 'paused' ? null : <p className={counts}>{state.meaning}</p>}
      {fault === null ? null : <FaultNotice fault={fault} />}
      <SourceActions source={source} name={name} busy={busy} onAct={act} onChanged={onChanged} />
    </article>
  );
}
