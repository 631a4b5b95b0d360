import type { PersonChoice } from '#main/contract/people.ts';
import { choiceWords } from '#main/contract/people-words.ts';
import { Button } from '../design/button.tsx';
import { counted } from '../wording/figures.ts';
import styles from './choices.module.css';

const { choices: box, choice: line } = styles;

interface ChoicesProps {
  readonly choices: readonly PersonChoice[];
  readonly onUndo: (choiceId: number) => void;
}

/** Everything that was joined and split, latest first, each to be taken back. */
export function Choices({ choices, onUndo }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <details className={box}>
      <summary>You decided {counted(choices.length, 'time')} who is who</summary>
      <ul>
        {choices.toReversed().map((choice) => (
          <li key={choice.choiceId} className={line}>
            <span>{choiceWords(choice)}</span>
            <Button
              look="quiet"
              aria-label={`Undo: ${choiceWords(choice)}`}
              onClick={() => onUndo(choice.choiceId)}
            >
              Undo
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
