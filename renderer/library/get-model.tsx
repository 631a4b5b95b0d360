import { useEffect, useRef, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { DownloadProgress, ModelInfo } from '#main/contract/models.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Button } from '../design/button.tsx';
import { faultSentence } from '../wording/fault-sentence.ts';
import { bytesOf } from '../wording/figures.ts';
import styles from './get-model.module.css';
import { StageBar } from './stage-bar.tsx';

const { getting, problem } = styles;

type Getting =
  | { readonly phase: 'offered' }
  | { readonly phase: 'getting'; readonly progress: DownloadProgress | null }
  | { readonly phase: 'failed'; readonly fault: Fault };

interface GetModelProps {
  readonly model: ModelInfo;
  readonly onDone: () => void;
}

/** Gets a model and puts it to use. This is the only thing in Quipu that uses the network, and a person starts it. */
export function GetModel({ model, onDone }: GetModelProps) {
  const client = useClient();
  const [state, setState] = useState<Getting>({ phase: 'offered' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = () => {
    if (client === null) return;
    const stopping = new AbortController();
    running.current = stopping;
    setState({ phase: 'getting', progress: null });
    const show = (progress: DownloadProgress) => setState({ phase: 'getting', progress });
    getAndUse(client, model, show, stopping.signal).then(onDone, (error: unknown) => {
      setState(
        stopping.signal.aborted ? { phase: 'offered' } : { phase: 'failed', fault: faultOfCall(error) },
      );
    });
  };
  if (state.phase === 'getting') {
    return (
      <div className={getting}>
        <StageBar
          name={model.name}
          done={state.progress?.receivedBytes ?? 0}
          total={model.sizeBytes}
          figures={
            state.progress?.phase === 'downloading' ? bytesOf(state.progress.receivedBytes) : 'Preparing'
          }
        />
        <Button look="quiet" onClick={() => running.current?.abort()}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <>
      <Button icon={model.path === null ? 'download' : 'check'} onClick={start}>
        {model.path === null ? `Get ${model.name} (${bytesOf(model.sizeBytes)})` : `Use ${model.name}`}
      </Button>
      {state.phase === 'failed' ? (
        <p className={problem} role="alert">
          {faultSentence(state.fault)}
        </p>
      ) : null}
    </>
  );
}

async function getAndUse(
  client: Client,
  model: ModelInfo,
  show: (progress: DownloadProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  if (model.path === null) {
    for await (const progress of await client.models.get({ modelId: model.id }, { signal })) show(progress);
  }
  await client.models.use({ modelId: model.id, role: model.role }, { signal });
}
