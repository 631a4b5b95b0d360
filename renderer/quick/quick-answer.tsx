import { dayOf } from '../wording/dates.ts';
import styles from './quick-answer.module.css';
import type { Preview } from './use-preview.ts';

const { answer, sources, quiet } = styles;

const sourcesShown = 4;

interface QuickAnswerProps {
  readonly typed: string;
  readonly preview: Preview | null;
  readonly isOpen: boolean;
}

export function QuickAnswer({ typed, preview, isOpen }: QuickAnswerProps) {
  if (!isOpen) return <p className={quiet}>Quipu’s engine does not answer. Trying again…</p>;
  if (typed.trim() === '') return <p className={quiet}>Answers appear as you type.</p>;
  if (preview === null) return <p className={quiet} aria-busy="true" />;
  return (
    <section className={answer} aria-label="Answer" aria-live="polite">
      {preview.sentences.length === 0 ? (
        <p className={quiet}>Not found in your files.</p>
      ) : (
        preview.sentences.map(({ text }) => <p key={text}>{text}</p>)
      )}
      <ul className={sources}>
        {preview.citations.slice(0, sourcesShown).map(({ n, title, date }) => (
          <li key={n}>
            <span>{title}</span>
            <small>{dayOf(date)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
