import type { Plan } from '#main/contract/search.ts';
import { intentEdit, queryEdit } from '../wording/plan-edits.ts';
import { planParts } from '../wording/plan-parts.ts';
import { intentWords } from '../wording/plan-words.ts';
import { PlanChip } from './plan-chip.tsx';
import styles from './plan-chips.module.css';

const { chips } = styles;

interface PlanChipsProps {
  readonly question: string;
  readonly plan: Plan;
  /** Asks again with the corrected plan; null while an answer is under way. */
  readonly onPlan: ((plan: Plan) => void) | null;
}

/** How the question was understood. A part that is wrong can be changed or taken away, which asks again. */
export function PlanChips({ question, plan, onPlan }: PlanChipsProps) {
  if (plan.intent === 'talk') return null;
  return (
    <ul data-screen-only className={chips} aria-label="How the question was understood">
      <PlanChip
        part="intent"
        words={intentWords[plan.intent]}
        edit={intentEdit(plan)}
        without={null}
        onPlan={onPlan}
      />
      {plan.query === '' || plan.query === question ? null : (
        <PlanChip part="query" words={plan.query} edit={queryEdit(plan)} without={null} onPlan={onPlan} />
      )}
      {planParts(plan).map(({ words, without, edit = null }) => (
        <PlanChip key={words} part="condition" words={words} edit={edit} without={without} onPlan={onPlan} />
      ))}
    </ul>
  );
}
