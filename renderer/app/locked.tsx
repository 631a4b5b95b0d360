import { Mark } from '../design/icon.tsx';
import { useWords } from '../wording/words.ts';
import styles from './locked.module.css';

const { locked, sign } = styles;

/** A page without a valid key sees nothing of the library. */
export function Locked() {
  const words = useWords('app');
  return (
    <main className={locked}>
      <span className={sign}>
        <Mark />
      </span>
      <h1>{words('noKey')}</h1>
      <p>{words('noKeyWhy')}</p>
    </main>
  );
}
