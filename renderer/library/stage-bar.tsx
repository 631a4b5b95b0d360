import { useId } from 'react';
import styles from './stage-bar.module.css';

const { stage, words, figures: figuresBox, pace: paceLine } = styles;

interface StageBarProps {
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly figures: string;
  /** How fast, and how long it will still take. */
  readonly pace?: string;
}

export function StageBar({ name, done, total, figures, pace = '' }: StageBarProps) {
  const label = useId();
  return (
    <div className={stage} data-whole={total > 0 && done >= total}>
      <div className={words}>
        <span id={label}>{name}</span>
        <span className={figuresBox}>{figures}</span>
      </div>
      <progress aria-labelledby={label} max={Math.max(total, 1)} value={Math.min(done, total)} />
      {pace === '' ? null : <p className={paceLine}>{pace}</p>}
    </div>
  );
}
