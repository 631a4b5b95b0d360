import type { ReactNode } from 'react';
import styles from './drawer.module.css';
import { useModal } from './use-modal.ts';

const { drawer } = styles;

interface DrawerProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A panel over the page's edge, where there is no room beside it; it holds the focus until it closes. */
export function Drawer({ label, children, onClose }: DrawerProps) {
  const modal = useModal(onClose, { besideCloses: true });
  return (
    <dialog {...modal} className={drawer} aria-label={label}>
      {children}
    </dialog>
  );
}
