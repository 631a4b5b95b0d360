import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import styles from './source-card.module.css';

const { counts, answers } = styles;

interface MissingQuestionProps {
  readonly sourceId: number;
  readonly name: string;
  readonly onForget: () => void;
}

/** Asks about a source that is away: it is kept for as long as nobody says otherwise. */
export function MissingQuestion({ sourceId, name, onForget }: MissingQuestionProps) {
  const key = `quipu.kept.${sourceId}`;
  const [kept, setKept] = useState(() => sessionStorage.getItem(key) !== null);
  if (kept) {
    return (
      <p className={counts}>
        Kept until it is back. What was read of it is not found meanwhile; connect it, or rescan it where its
        files were deleted.
      </p>
    );
  }
  const keep = () => {
    sessionStorage.setItem(key, 'yes');
    setKept(true);
  };
  return (
    <Notice
      tone="warn"
      action={
        <span className={answers}>
          <Button aria-label={`Keep ${name}`} onClick={keep}>
            Keep
          </Button>
          <Button look="quiet" aria-label={`Forget ${name}, which is missing`} onClick={onForget}>
            Forget
          </Button>
        </span>
      }
    >
      <strong>{name} is not connected.</strong> Keep what was read of it until it is back, or forget it?
    </Notice>
  );
}
