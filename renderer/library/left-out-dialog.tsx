import { type FormEvent, useCallback, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Ignoring } from '#main/contract/ignoring.ts';
import type { Source } from '#main/contract/sources.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { FaultNotice } from '../design/notice.tsx';
import styles from './left-out-dialog.module.css';

const { form, rules: rulesBox, patterns: patternsBox, files: filesBox, actions } = styles;

interface LeftOutDialogProps {
  readonly source: Source;
  readonly name: string;
  /** What is left out is another now. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What is left out of a source: the rules as switches, the patterns as text. */
export function LeftOutDialog({ source, name, onSaved, onClose }: LeftOutDialogProps) {
  const { sourceId } = source;
  const load = useCallback(
    (client: Client, signal: AbortSignal) => client.sources.ignoring({ sourceId }, { signal }),
    [sourceId],
  );
  const [loaded] = useLoaded(load);
  return (
    <Dialog title={`What is left out of ${name}`} onClose={onClose}>
      {loaded.phase === 'failed' ? <FaultNotice fault={loaded.fault} /> : null}
      {loaded.phase === 'ready' ? (
        <LeftOutForm sourceId={sourceId} ignoring={loaded.value} onSaved={onSaved} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

interface LeftOutFormProps extends Pick<LeftOutDialogProps, 'onSaved' | 'onClose'> {
  readonly sourceId: number;
  readonly ignoring: Ignoring;
}

function LeftOutForm({ sourceId, ignoring, onSaved, onClose }: LeftOutFormProps) {
  const client = useClient();
  const [switched, setSwitched] = useState<Readonly<Record<string, boolean>>>({});
  const [text, setText] = useState(ignoring.patterns.join('\n'));
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (client === null) return;
    setSaving(true);
    setFault(null);
    const patterns = text.split('\n').filter((line) => line.trim() !== '');
    client.sources
      .ignore({ sourceId, rules: { ...switched }, patterns })
      .then(
        () => {
          onSaved();
          onClose();
        },
        (error: unknown) => setFault(faultOfCall(error)),
      )
      .finally(() => setSaving(false));
  };
  return (
    <form className={form} onSubmit={save}>
      <fieldset className={rulesBox}>
        <legend>Left out by rule</legend>
        {ignoring.rules.map(({ id, what, on }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={switched[id] ?? on}
              onChange={({ target }) => setSwitched({ ...switched, [id]: target.checked })}
            />
            {what}
          </label>
        ))}
      </fieldset>
      <label className={patternsBox}>
        And what matches these patterns, one a line, as in .gitignore
        <textarea
          rows={5}
          spellCheck={false}
          autoComplete="off"
          placeholder={'drafts/\n*.bak'}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {ignoring.files.length === 0 ? null : (
        <div className={filesBox}>
          <p>These files in it are obeyed as well:</p>
          <ul>
            {ignoring.files.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </div>
      )}
      {fault === null ? null : <FaultNotice fault={fault} />}
      <div className={actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary" disabled={saving}>
          {saving ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
