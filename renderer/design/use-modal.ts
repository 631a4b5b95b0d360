import { type ComponentProps, useLayoutEffect, useRef } from 'react';

type ModalProps = Pick<ComponentProps<'dialog'>, 'ref' | 'onCancel' | 'onKeyDown' | 'onClick'>;

interface ModalWays {
  /** Whether a click beside the box closes it, as Escape does. */
  readonly besideCloses: boolean;
}

/** What a `<dialog>` needs to hold the focus over the page for as long as it is there. */
export function useModal(onClose: () => void, { besideCloses }: ModalWays): ModalProps {
  const box = useRef<HTMLDialogElement>(null);
  // While the box is still in the page: only then its closing gives the focus back to where it came from.
  useLayoutEffect(() => {
    const opened = box.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return {
    ref: box,
    onCancel: (event) => {
      // A box that lies over this one closes alone.
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      onClose();
    },
    onKeyDown: (event) => {
      // Escape closes this box alone, not what lies under it.
      if (event.key === 'Escape') event.stopPropagation();
    },
    onClick: (event) => {
      // The backdrop belongs to the dialog; what lies in the dialog is a target of its own.
      if (besideCloses && event.target === event.currentTarget) onClose();
    },
  };
}
