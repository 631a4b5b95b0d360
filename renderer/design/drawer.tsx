import { type ReactNode, useEffect, useRef } from 'react';
import styles from './drawer.module.css';

const { drawer } = styles;

interface DrawerProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A panel over the page's edge, where there is no room beside it; it holds the focus until it closes. */
export function Drawer({ label, children, onClose }: DrawerProps) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={drawer}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onClick={(event) => {
        // The backdrop belongs to the dialog; what lies in the dialog is a target of its own.
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
