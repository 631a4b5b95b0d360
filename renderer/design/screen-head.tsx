import styles from './screen-head.module.css';

const { head, totals } = styles;

interface ScreenHeadProps {
  readonly title: string;
  /** How much there is of what the screen shows; null where nothing is said. */
  readonly sum: string | null;
  /** It changes with what a person does here, and is read out then. */
  readonly isStatus?: boolean;
}

/** What stands above a screen. */
export function ScreenHead({ title, sum, isStatus = false }: ScreenHeadProps) {
  return (
    <header className={head}>
      <h1>{title}</h1>
      {sum === null ? null : (
        <p className={totals} {...(isStatus ? { role: 'status' } : {})}>
          {sum}
        </p>
      )}
    </header>
  );
}
