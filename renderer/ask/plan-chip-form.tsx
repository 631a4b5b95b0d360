import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import type { Plan } from '#main/contract/search.ts';
import { Hidden } from '../design/hidden.tsx';
import type { PlanEdit } from '../wording/plan-edits.ts';

interface PlanChipFormProps {
  readonly words: string;
  readonly edit: PlanEdit;
  readonly onPlan: (plan: Plan) => void;
  readonly onClose: () => void;
}

/** The field for one part of a plan. Asks again when it is sent; Escape leaves it as it was. */
export function PlanChipForm({ words, edit, onPlan, onClose }: PlanChipFormProps) {
  const [value, setValue] = useState(edit.sort === 'period' ? edit.first : edit.value);
  const [last, setLast] = useState(edit.sort === 'period' ? edit.last : '');
  const id = useId();
  const send = (plan: Plan | null) => {
    onClose();
    if (plan !== null) onPlan(plan);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(edit.sort === 'period' ? edit.changed(value, last) : edit.changed(value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  const label = <Hidden>{`Change “${words}”`}</Hidden>;
  return (
    <form onSubmit={submit} onKeyDown={onKeyDown}>
      <label htmlFor={id}>{label}</label>
      {edit.sort === 'choice' ? (
        <select
          id={id}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: the chip that was pressed gave its place to this field.
          autoFocus
          onChange={({ target }) => setValue(target.value)}
        >
          {edit.options.map(([option, said]) => (
            <option key={option} value={option}>
              {said}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type={edit.sort === 'period' ? 'date' : 'text'}
          value={value}
          // biome-ignore lint/a11y/noAutofocus: the chip that was pressed gave its place to this field.
          autoFocus
          onChange={({ target }) => setValue(target.value)}
        />
      )}
      {edit.sort === 'period' ? (
        <>
          <label htmlFor={`${id}-last`}>to</label>
          <input
            id={`${id}-last`}
            type="date"
            value={last}
            onChange={({ target }) => setLast(target.value)}
          />
        </>
      ) : null}
      <button type="submit" data-act="send">
        Ask again
      </button>
    </form>
  );
}
