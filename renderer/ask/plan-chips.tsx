import type { Plan } from '#main/contract/search.ts';
import { Icon } from '../design/icon.tsx';
import { intentWords, planParts } from '../wording/plan-parts.ts';
import styles from './plan-chips.module.css';

const { chips } = styles;

interface PlanChipsProps {
  readonly question: string;
  readonly plan: Plan;
  /** Asks again with the corrected plan; null while an answer is under way. */
  readonly onPlan: ((plan: Plan) => void) | null;
}

/** How the question was understood. A condition that is wrong can be taken away, which asks again without it. */
export function PlanChips({ question, plan, onPlan }: PlanChipsProps) {
  if (plan.intent === 'talk') return null;
  return (
    <ul className={chips} aria-label="How the question was understood">
      <li data-part="intent">
        <span>{intentWords[plan.intent]}</span>
      </li>
      {plan.query === '' || plan.query === question ? null : (
        <li>
          <span>{plan.query}</span>
        </li>
      )}
      {planParts(plan).map((part) => (
        <li key={part.words}>
          <span>{part.words}</span>
          {onPlan === null ? null : (
            <button
              type="button"
              title="Ask again without this"
              aria-label={`Ask again without “${part.words}”`}
              onClick={() => onPlan(part.without)}
            >
              <Icon name="close" size={12} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
