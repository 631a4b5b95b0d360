import { useState } from 'react';
import type { Standing } from '#main/contract/comparisons.ts';
import { Button } from '../design/button.tsx';
import { Confirm } from '../design/confirm.tsx';
import { countOf, shareOf, tookOf } from '../wording/figures.ts';
import styles from './standings-table.module.css';

const { section, frame, table, number, roomy, none } = styles;

const unknown = '–';

interface StandingsTableProps {
  readonly standings: readonly Standing[];
  readonly onClear: () => void;
}

/** How the models did on one's own questions and files, from all comparisons so far. */
export function StandingsTable({ standings, onClear }: StandingsTableProps) {
  const [clearing, setClearing] = useState(false);
  if (standings.length === 0)
    return <p className={none}>What you compare adds up here to a table of your own.</p>;
  return (
    <section className={section} aria-label="On your own files">
      <h2>On your own files</h2>
      <div className={frame}>
        <table className={table}>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" className={number}>
                Won
              </th>
              <th scope="col" className={number}>
                Verified
              </th>
              <th scope="col" className={roomy}>
                First word
              </th>
              <th scope="col" className={number}>
                Tokens/s
              </th>
            </tr>
          </thead>
          <tbody>
            {standings.map((standing) => (
              <StandingRow key={standing.model} standing={standing} />
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Button look="quiet" icon="forget" onClick={() => setClearing(true)}>
          Forget all comparisons
        </Button>
      </div>
      {clearing ? (
        <Confirm
          title="Forget all comparisons?"
          act="Forget"
          onCancel={() => setClearing(false)}
          onAct={() => {
            setClearing(false);
            onClear();
          }}
        >
          Votes and measurements go for good. Models, files and conversations stay as they are.
        </Confirm>
      ) : null}
    </section>
  );
}

function StandingRow({ standing }: { readonly standing: Standing }) {
  const { name, voted, wins, ties, sentences, verified, firstTokenMs, tokensPerSecond } = standing;
  const tied = ties === 0 ? '' : `, ${countOf(ties)} tied`;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={number}>{voted === 0 ? unknown : `${countOf(wins)} of ${countOf(voted)}${tied}`}</td>
      <td className={number}>{sentences === 0 ? unknown : shareOf(verified, sentences)}</td>
      <td className={roomy}>{firstTokenMs === null ? unknown : tookOf(firstTokenMs)}</td>
      <td className={number}>{tokensPerSecond === null ? unknown : countOf(Math.round(tokensPerSecond))}</td>
    </tr>
  );
}
