import { Hidden } from './hidden.tsx';
import styles from './loading.module.css';

const { loading, line } = styles;

const lines = ['title', 'wide', 'wide', 'short'] as const;

/** Where a screen will be, while what it shows is on its way; nothing is seen of it for the first moment. */
export function Loading() {
  return (
    <div className={loading} aria-busy="true">
      <Hidden>Loading</Hidden>
      {lines.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are drawn once and never move.
        <div key={index} className={line} data-shape={shape} />
      ))}
    </div>
  );
}
