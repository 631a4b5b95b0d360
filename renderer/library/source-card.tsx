import { useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Badge } from '../design/badge.tsx';
import { Confirm } from '../design/confirm.tsx';
import { Icon } from '../design/icon.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { countOf } from '../wording/figures.ts';
import { splitPath } from '../wording/paths.ts';
import { stateCounts, stateOf } from '../wording/states.ts';
import { MissingQuestion } from './missing-question.tsx';
import { SourceActions } from './source-actions.tsx';
import styles from './source-card.module.css';
import { StageBar } from './stage-bar.tsx';

const { card, head, name: nameBox, counts } = styles;

interface SourceCardProps {
  readonly source: Source;
  readonly onForget: (source: Source) => void;
  readonly onChanged: () => void;
}

export function SourceCard({ source, onForget, onChanged }: SourceCardProps) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
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
      {source.state === 'missing' ? (
        <MissingQuestion sourceId={source.sourceId} name={name} onForget={() => setSure(true)} />
      ) : null}
      {source.state === 'watching' && !source.watched ? <p className={counts}>{state.meaning}</p> : null}
      {fault === null ? null : <FaultNotice fault={fault} />}
      <SourceActions {...{ source, name, busy, onChanged }} onAct={act} onForget={() => setSure(true)} />
      {sure ? (
        <Confirm
          title={`Forget “${name}”?`}
          act="Forget"
          onAct={() => {
            setSure(false);
            onForget(source);
          }}
          onCancel={() => setSure(false)}
        >
          Everything Quipu has read from {source.path} leaves its index, except what lies in another source
          too. The files stay where they are, and can be added again; then they are read anew.
        </Confirm>
      ) : null}
    </article>
  );
}
