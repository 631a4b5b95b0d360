import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';

const { menu, list, item } = styles;

export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** What the menu is for: its name for screen readers and its tooltip. */
  readonly label: string;
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
}

/** A button that opens a list of things to do; arrows move in it, Escape and leaving it close it. */
export function Menu({ label, icon = 'more', items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const first = box.current?.querySelector<HTMLElement>('[role="menuitem"]');
    first?.focus();
    first?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') move(box.current, 1);
    else if (event.key === 'ArrowUp') move(box.current, -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the buttons inside are heard here.
    <div
      ref={box}
      className={menu}
      data-screen-only
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <IconButton
        ref={opener}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      {open ? (
        <div id={id} role="menu" aria-label={label} className={list}>
          {items.map(({ label: what, icon: look, onChoose }) => (
            <button
              key={what}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={item}
              onClick={() => {
                close();
                onChoose();
              }}
            >
              <Icon name={look} size={16} />
              {what}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function move(box: HTMLElement | null, by: number): void {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}
