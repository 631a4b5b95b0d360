import { useState } from 'react';
import type { Plan } from '#main/contract/search.ts';
import { Icon } from '../design/icon.tsx';
import type { PlanEdit } from '../wording/plan-edits.ts';
import { PlanChipForm } from './plan-chip-form.tsx';

interface PlanChipProps {
  readonly part: 'intent' | 'query' | 'condition';
  readonly words: string;
  readonly edit: PlanEdit | null;
  /** The plan without this part; null where it cannot go. */
  readonly without: Plan | null;
  /** Null while an answer is under way. */
  readonly onPlan: ((plan: Plan) => void) | null;
}

/** One part of how a question was understood: changed in its place, or taken away. */
export function PlanChip({ part, words, edit, without, onPlan }: PlanChipProps) {
  const [editing, setEditing] = useState(false);
  if (editing && edit !== null && onPlan !== null) {
    return (
      <li data-part={part} data-editing>
        <PlanChipForm words={words} edit={edit} onPlan={onPlan} onClose={() => setEditing(false)} />
      </li>
    );
  }
  return (
    <li data-part={part}>
      {edit === null || onPlan === null ? (
        <span>{words}</span>
      ) : (
        <button
          type="button"
          data-act="change"
          title="Change this and ask again"
          aria-label={`Change “${words}”`}
          onClick={() => setEditing(true)}
        >
          {words}
        </button>
      )}
      {without === null || onPlan === null ? null : (
        <button
          type="button"
          title="Ask again without this"
          aria-label={`Ask again without “${words}”`}
          onClick={() => onPlan(without)}
        >
          <Icon name="close" size={12} />
        </button>
      )}
    </li>
  );
}
