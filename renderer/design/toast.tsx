import { useEffect, useState } from 'react';
import { Button, IconButton } from './button.tsx';
import styles from './toast.module.css';

const { toast } = styles;
const shownMs = 12_000;

interface ToastProps {
  /** What was done. */
  readonly children: string;
  readonly onUndo: () => void;
  /** Its time is over, or it was closed. */
  readonly onClose: () => void;
}

/** Tells what was done and takes it back; it stays while it has the focus or the pointer. */
export function Toast({ children, onUndo, onClose }: ToastProps) {
  const [held, setHeld] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another deed begins the time anew, never a new callback.
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [held, children]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only makes it stay.
    <div
      className={toast}
      data-screen-only
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span role="status">{children}</span>
      <Button look="quiet" onClick={onUndo}>
        Undo
      </Button>
      <IconButton icon="close" label="Close" onClick={onClose} />
    </div>
  );
}
