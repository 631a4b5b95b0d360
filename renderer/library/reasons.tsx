import { type Reason, reasonSentence } from '#main/contract/reason.ts';
import type { Status } from '#main/contract/sources.ts';
import { Button } from '../design/button.tsx';
import { counted, countOf } from '../wording/figures.ts';
import styles from './reasons.module.css';

const { reasons: box } = styles;

interface ReasonsProps {
  readonly reasons: Status['reasons'];
  /** The files of one reason are to be read again. */
  readonly onRetry: (reason: Reason) => void;
}

/** Why files are not wholly indexed, with how many of each; empty where all are. */
export function Reasons({ reasons, onRetry }: ReasonsProps) {
  const lasting = reasons.filter(({ reason }) => reason !== 'waiting');
  if (lasting.length === 0) return null;
  const total = lasting.reduce((sum, { count }) => sum + count, 0);
  return (
    <details className={box}>
      <summary>
        Why {counted(total, 'file')} {total === 1 ? 'is' : 'are'} not wholly indexed
      </summary>
      <ul>
        {lasting.map(({ reason, count }) => (
          <li key={reason}>
            <b>{countOf(count)}</b>
            <span>{reasonSentence(reason)}</span>
            <Button look="quiet" icon="rescan" onClick={() => onRetry(reason)}>
              Read again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
