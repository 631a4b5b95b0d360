import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import styles from './confirm.module.css';
import { useModal } from './use-modal.ts';

const { dialog, choices } = styles;

interface ConfirmProps {
  readonly title: string;
  /** What will happen, and what will not. */
  readonly children: ReactNode;
  readonly act: string;
  readonly onAct: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be taken back; Cancel has the focus. */
export function Confirm({ title, children, act, onAct, onCancel }: ConfirmProps) {
  const heading = useId();
  const modal = useModal(onCancel, { besideCloses: false });
  return (
    <dialog {...modal} className={dialog} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p>{children}</p>
      <div className={choices}>
        <Button autoFocus onClick={onCancel}>
          Cancel
        </Button>
        <Button look="danger" onClick={onAct}>
          {act}
        </Button>
      </div>
    </dialog>
  );
}
