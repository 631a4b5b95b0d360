import { type FormEvent, useState } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import type { Ignoring } from '#main/contract/ignoring.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Button } from '../design/button.tsx';
import { Confirm } from '../design/confirm.tsx';
import { FaultNotice } from '../design/notice.tsx';
import styles from './left-out-form.module.css';
import { RuleSwitches, type Switched } from './rule-switches.tsx';

const { form, patterns: patternsBox, files: filesBox, actions } = styles;

const kinds = [
  { by: 'name', legend: 'Files and folders left out by name' },
  { by: 'content', legend: 'Left out by content' },
] as const;

interface LeftOutFormProps {
  readonly sourceId: number;
  readonly ignoring: Ignoring;
  /** What is left out is another now. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** The rules as switches, the patterns as text; before secrets are let in it asks once more. */
export function LeftOutForm({ sourceId, ignoring, onSaved, onClose }: LeftOutFormProps) {
  const client = useClient();
  const [switched, setSwitched] = useState<Switched>({});
  const [text, setText] = useState(ignoring.patterns.join('\n'));
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const letIn = ignoring.rules.filter(
    ({ id, on, offMeans }) => on && offMeans !== null && switched[id] === false,
  );
  const save = () => {
    if (client === null) return;
    setAsking(false);
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (letIn.length > 0) setAsking(true);
    else save();
  };
  return (
    <form className={form} onSubmit={submit}>
      {kinds.map(({ by, legend }) => (
        <RuleSwitches
          key={by}
          legend={legend}
          rules={ignoring.rules.filter((rule) => rule.by === by)}
          switched={switched}
          onSwitch={(id, on) => setSwitched({ ...switched, [id]: on })}
        />
      ))}
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
      {asking ? (
        <Confirm
          title={`Let ${letIn.map(({ what }) => what).join(', ')} in?`}
          act="Let them in"
          onAct={save}
          onCancel={() => setAsking(false)}
        >
          {letIn.map(({ offMeans }) => offMeans).join(' ')} Switched on again, the rule takes them out for
          good.
        </Confirm>
      ) : null}
    </form>
  );
}
