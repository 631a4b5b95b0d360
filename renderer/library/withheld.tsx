import type { Status } from '#main/contract/sources.ts';
import { counted } from '../wording/figures.ts';
import styles from './reasons.module.css';

const { reasons: box } = styles;

/** How many secrets were left out of the texts, by kind; nothing where there was none. */
export function Withheld({ withheld, withheldFiles }: Pick<Status, 'withheld' | 'withheldFiles'>) {
  if (withheldFiles === 0) return null;
  const total = withheld.reduce((sum, { count }) => sum + count, 0);
  return (
    <details className={box}>
      <summary>
        {counted(total, 'secret')} withheld from {counted(withheldFiles, 'file')}
      </summary>
      <p>
        {withheld.map(({ kind, count }) => counted(count, kind)).join(', ')}. In their places stand marks that
        say so; no search, answer or log has them. “Left out”, at a source, has the switches.
      </p>
    </details>
  );
}
