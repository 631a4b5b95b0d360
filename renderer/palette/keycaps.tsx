import styles from './keycaps.module.css';
import { keycaps } from './keys.ts';

const { caps } = styles;

export function Keycaps({ keys }: { readonly keys: string }) {
  return (
    <span className={caps}>
      {keycaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
