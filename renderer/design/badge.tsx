import type { Tone } from '../wording/states.ts';
import styles from './badge.module.css';

const { badge } = styles;

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={badge} data-tone={tone}>
      {children}
    </span>
  );
}
