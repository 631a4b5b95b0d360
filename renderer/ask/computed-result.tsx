import { amountInWords } from '#main/contract/amount-words.ts';
import type { Citation, Computed } from '#main/contract/ask.ts';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { countOf } from '../wording/figures.ts';
import { ComputedGroups } from './computed-groups.tsx';
import { ComputedItems } from './computed-items.tsx';
import styles from './computed-result.module.css';

const { computed: box, sum, how } = styles;

interface ComputedResultProps {
  readonly computed: Computed;
  /** Those of listed documents give their number and place to the list. */
  readonly citations: readonly Citation[];
  readonly onView: OpenViewer;
}

/** A figure from the index, with the condition that it holds for and the list behind it. */
export function ComputedResult({ computed, citations, onView }: ComputedResultProps) {
  const { groups = [], unit = '', filter } = computed;
  return (
    <section className={box} aria-label="Counted in the index">
      <p className={sum}>
        <strong>{figure(computed)}</strong>
        <span>{filter}</span>
      </p>
      <ComputedGroups groups={groups} unit={unit} by={computed.groupedBy ?? null} />
      <ComputedItems computed={computed} citations={citations} onView={onView} />
      <p className={how}>{computed.method ?? 'Counted in the index, not estimated.'}</p>
    </section>
  );
}

function figure({ amount, unit = '', count }: Computed): string {
  return amount === undefined ? countOf(count) : amountInWords(amount, unit);
}
