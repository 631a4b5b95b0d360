import { useWords } from '../wording/words.ts';
import styles from './keycaps.module.css';
import { keycaps } from './keys.ts';

const { caps } = styles;

/** Keys whose name is a word. */
const named = {
  Ctrl: 'capCtrl',
  Shift: 'capShift',
  Enter: 'capEnter',
  Escape: 'capEscape',
  Delete: 'capDelete',
} as const;

function isNamed(cap: string): cap is keyof typeof named {
  return Object.hasOwn(named, cap);
}

export function Keycaps({ keys }: { readonly keys: string }) {
  const words = useWords('palette');
  return (
    <span className={caps}>
      {keycaps(keys).map((cap) => (
        <kbd key={cap}>{isNamed(cap) ? words(named[cap]) : cap}</kbd>
      ))}
    </span>
  );
}
