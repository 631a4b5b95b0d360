import type { ReactNode } from 'react';
import styles from './first-folder.module.css';

const { first, steps } = styles;

/** The library before its first source. */
export function FirstFolder({ children }: { readonly children: ReactNode }) {
  return (
    <section className={first}>
      <h2>Begin with a folder</h2>
      <ol className={steps}>
        <li>Add a folder of mail, notes or documents. It is only read.</li>
        <li>Its words can be searched within moments; their meaning is learned after that.</li>
        <li>Ask. Every answer shows the file, the page and the sentence it comes from.</li>
      </ol>
      {children}
    </section>
  );
}
