import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button.tsx';
import styles from './confirm.module.css';

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
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog
      ref={box}
      className={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      onKeyDown={(event) => {
        // Escape closes this box alone, not what lies under it.
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
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
