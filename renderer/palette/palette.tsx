import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Icon } from '../design/icon.tsx';
import { useModal } from '../design/use-modal.ts';
import { useWords } from '../wording/words.ts';
import type { Action } from './actions.tsx';
import { Keycaps } from './keycaps.tsx';
import { matching } from './matching.ts';
import styles from './palette.module.css';

const { palette, field, list, option, name: nameBox, none } = styles;

interface PaletteProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** Everything that can be done, found by typing: arrows choose, Enter does it. */
export function Palette({ actions, onClose }: PaletteProps) {
  const words = useWords('palette');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const options = useRef<HTMLDivElement>(null);
  const modal = useModal(onClose, { besideCloses: true });
  const found = matching(actions, typed);
  const idAt = (index: number) => `${listId}-${index}`;
  const run = (action: Action) => {
    onClose();
    // When the box is gone and the focus is back: the action may move it.
    setTimeout(action.run);
  };
  const move = (to: number) => {
    const next = (to + found.length) % Math.max(1, found.length);
    setAt(next);
    options.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    const chosen = found[at];
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Enter' && chosen !== undefined) run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <dialog {...modal} className={palette} aria-label={words('all')}>
      <label className={field}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={words('find')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length === 0 ? undefined : idAt(at)}
          aria-autocomplete="list"
          placeholder={words('hint')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </label>
      <div ref={options} id={listId} role="listbox" aria-label={words('actions')} className={list}>
        {found.map((action, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which has the focus.
          <div
            key={action.id}
            id={idAt(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={option}
            onClick={() => run(action)}
            onPointerMove={() => setAt(index)}
          >
            <Icon name={action.icon ?? 'next'} />
            <span className={nameBox}>{action.name}</span>
            {action.keys === undefined ? <small>{action.group}</small> : <Keycaps keys={action.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 ? (
        <p className={none} role="status">
          {words('none')}
        </p>
      ) : null}
    </dialog>
  );
}
