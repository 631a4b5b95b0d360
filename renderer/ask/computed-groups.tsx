import { useState } from 'react';
import { amountInWords } from '#main/contract/amount-words.ts';
import type { ComputedGroup } from '#main/contract/ask.ts';
import type { GroupBy } from '#main/contract/search.ts';
import { Button } from '../design/button.tsx';
import { countOf } from '../wording/figures.ts';
import { groupWords } from '../wording/plan-words.ts';
import styles from './computed-groups.module.css';

const { table, figures, share } = styles;

const fewest = 12;

interface ComputedGroupsProps {
  readonly groups: readonly ComputedGroup[];
  readonly unit: string;
  readonly by: GroupBy | null;
}

/** What was put together, a row each, with a bar for its share of the largest. */
export function ComputedGroups({ groups, unit, by }: ComputedGroupsProps) {
  const [all, setAll] = useState(false);
  if (groups.length === 0) return null;
  const weight = ({ count, amount }: ComputedGroup) => Math.abs(amount ?? count);
  const largest = Math.max(...groups.map(weight));
  const shown = all ? groups : groups.slice(0, fewest);
  const amounts = groups.some(({ amount }) => amount !== undefined);
  return (
    <>
      <table className={table}>
        <thead>
          <tr>
            <th scope="col">{by === null ? 'What' : groupWords[by]}</th>
            <th scope="col" className={figures}>
              {amounts ? 'Amount' : 'Number'}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table may say the same twice, and never move.
            <tr key={index}>
              <th scope="row">
                {group.label}
                <progress className={share} aria-hidden="true" max={largest} value={weight(group)} />
              </th>
              <td className={figures}>
                {group.amount === undefined ? countOf(group.count) : amountInWords(group.amount, unit)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > shown.length ? (
        <div>
          <Button look="quiet" onClick={() => setAll(true)}>
            Show {countOf(groups.length - shown.length)} more
          </Button>
        </div>
      ) : null}
    </>
  );
}
