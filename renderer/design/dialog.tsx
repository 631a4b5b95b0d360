import { type ReactNode, useId } from 'react';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { useModal } from './use-modal.ts';

const { dialog, head } = styles;

interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A box over the page that holds the focus until it closes: by its button, Escape or a click beside it. */
export function Dialog({ title, children, onClose }: DialogProps) {
  const heading = useId();
  const modal = useModal(onClose, { besideCloses: true });
  return (
    <dialog {...modal} className={dialog} aria-labelledby={heading}>
      <div className={head}>
        <h2 id={heading}>{title}</h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
