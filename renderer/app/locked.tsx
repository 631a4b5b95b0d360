import { Mark } from '../design/icon.tsx';
import styles from './locked.module.css';

const { locked, sign } = styles;

/** A page without a valid key sees nothing of the library. */
export function Locked() {
  return (
    <main className={locked}>
      <span className={sign}>
        <Mark />
      </span>
      <h1>This page has no key</h1>
      <p>
        Quipu gives each start of its page a new key, so that no other program can read your library. Open the
        whole address that Quipu printed when it started, or start it again.
      </p>
    </main>
  );
}
