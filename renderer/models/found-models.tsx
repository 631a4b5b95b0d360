import { useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { FoundModel, ModelInfo } from '#main/contract/models.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { bytesOf } from '../wording/figures.ts';
import styles from './installed.module.css';

const { section, list, row, names, acts, none } = styles;

type Looking =
  | { readonly phase: 'not-asked' }
  | { readonly phase: 'looking' }
  | { readonly phase: 'found'; readonly files: readonly FoundModel[] }
  | { readonly phase: 'failed'; readonly fault: Fault };

interface FoundModelsProps {
  /** Those Quipu knows already. */
  readonly known: readonly ModelInfo[];
  readonly onAdd: (file: FoundModel) => void;
}

/** Files of other programs on this computer: looked for when a person asks, used where they lie. */
export function FoundModels({ known, onAdd }: FoundModelsProps) {
  const client = useClient();
  const [state, setState] = useState<Looking>({ phase: 'not-asked' });
  const look = () => {
    if (client === null) return;
    setState({ phase: 'looking' });
    client.models.found().then(
      (files) => setState({ phase: 'found', files }),
      (error: unknown) => setState({ phase: 'failed', fault: faultOfCall(error) }),
    );
  };
  const fresh =
    state.phase === 'found'
      ? state.files.filter(({ path }) => known.every((model) => model.path !== path))
      : [];
  return (
    <section className={section} aria-label="Of other programs">
      <div>
        <Button icon="search" disabled={state.phase === 'looking'} onClick={look}>
          Look for models of other programs
        </Button>
      </div>
      {state.phase === 'failed' ? <FaultNotice fault={state.fault} /> : null}
      {state.phase === 'found' ? (
        <p className={none} role="status">
          {fresh.length === 0
            ? 'LM Studio, Ollama, GPT4All, Jan, llama.cpp and Hugging Face keep no other models here.'
            : 'They are used where they lie, and never copied or changed.'}
        </p>
      ) : null}
      {fresh.length === 0 ? null : (
        <ul className={list}>
          {fresh.map((file) => (
            <li key={file.path} className={row}>
              <div className={names}>
                <strong>{file.name}</strong>
                <small>{`${file.program} · ${bytesOf(file.sizeBytes)} · ${file.path}`}</small>
              </div>
              <div className={acts}>
                <Button
                  icon="check"
                  aria-label={`Use ${file.name} of ${file.program}`}
                  onClick={() => onAdd(file)}
                >
                  Use
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
