import { type FormEvent, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import { desktop } from '../connection/desktop.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Button } from '../design/button.tsx';
import { FaultNotice, Notice } from '../design/notice.tsx';
import styles from './add-source.module.css';

const { add, row, help } = styles;

interface AddSourceProps {
  readonly path: string;
  readonly onPath: (path: string) => void;
  /** The name of something that was dropped without its path. */
  readonly dropNotice: string | null;
  readonly onAdded: () => void;
}

type Outcome =
  | { readonly kind: 'failed'; readonly fault: Fault }
  /** The place was part of the library already. */
  | { readonly kind: 'covered'; readonly path: string; readonly by: string };

export function AddSource({ path, onPath, dropNotice, onAdded }: AddSourceProps) {
  const client = useClient();
  const [adding, setAdding] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (client === null || path.trim() === '') return;
    setAdding(true);
    setOutcome(null);
    client.sources
      .add({ path: path.trim() })
      .then(
        (source) => {
          if (!source.isNew) setOutcome({ kind: 'covered', path: path.trim(), by: source.path });
          onPath('');
          onAdded();
        },
        (error: unknown) => setOutcome({ kind: 'failed', fault: faultOfCall(error) }),
      )
      .finally(() => setAdding(false));
  };
  return (
    <form className={add} onSubmit={submit}>
      <label htmlFor="source-path">Add a folder or file</label>
      <div className={row}>
        <input
          id="source-path"
          type="text"
          spellCheck={false}
          autoComplete="off"
          placeholder="/home/you/Documents"
          aria-describedby="source-path-help"
          value={path}
          onChange={(event) => onPath(event.target.value)}
        />
        <ChooseFolder onPath={onPath} />
        <Button type="submit" look="primary" icon="plus" disabled={adding || path.trim() === ''}>
          {adding ? 'Adding…' : 'Add'}
        </Button>
      </div>
      <p id="source-path-help" className={help}>
        Its whole path. Everything below a folder is read, and followed when it changes; nothing is written
        there.
      </p>
      {dropNotice === null ? null : (
        <Notice tone="warn">
          A browser does not tell a page where “{dropNotice}” lies. Type its path here, or copy it from your
          file manager.
        </Notice>
      )}
      {outcome?.kind === 'failed' ? <FaultNotice fault={outcome.fault} /> : null}
      {outcome?.kind === 'covered' ? (
        <Notice tone="plain">
          {outcome.path === outcome.by
            ? `${outcome.by} is in the library already.`
            : `${outcome.path} is in the library already, as part of ${outcome.by}.`}
        </Notice>
      ) : null}
    </form>
  );
}

function ChooseFolder({ onPath }: { readonly onPath: (path: string) => void }) {
  if (desktop === null) return null;
  const choose = () => {
    desktop?.chooseFolder().then(
      (chosen) => chosen !== null && onPath(chosen),
      () => undefined,
    );
  };
  return (
    <Button icon="folder" onClick={choose}>
      Choose…
    </Button>
  );
}
