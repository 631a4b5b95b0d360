import type { ReactNode } from 'react';
import styles from './hidden.module.css';

const { hidden } = styles;

/** Text for screen readers alone. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className={hidden}>{children}</span>;
}

/** The page's heading where what is on screen needs none. */
export function HiddenHeading({ children }: { readonly children: string }) {
  return <h1 className={hidden}>{children}</h1>;
}

/** Says a changed sentence aloud, politely; one per screen, so that a stream does not flood the listener. */
export function Spoken({ children }: { readonly children: string }) {
  return (
    <p className={hidden} role="status" aria-live="polite">
      {children}
    </p>
  );
}
