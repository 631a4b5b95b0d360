import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { goTo } from '../app/route.ts';
import { desktop } from '../connection/desktop.ts';
import { useConnection } from '../connection/engine.tsx';
import { HiddenHeading } from '../design/hidden.tsx';
import { Icon } from '../design/icon.tsx';
import { handOver } from './handing-over.ts';
import { QuickAnswer } from './quick-answer.tsx';
import styles from './quick-screen.module.css';
import { usePreview } from './use-preview.ts';

const { screen, box, keys } = styles;

/** The small window: a box that has the cursor, and the instant answer under it. */
export function QuickScreen() {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { state } = useConnection();
  const preview = usePreview(typed);
  useEffect(() => {
    // The window is kept and shown again: the cursor is in the box each time, over what was typed last.
    const begin = () => {
      field.current?.focus();
      field.current?.select();
    };
    begin();
    window.addEventListener('focus', begin);
    return () => window.removeEventListener('focus', begin);
  }, []);
  const leave = () => {
    if (desktop === null) goTo({ screen: 'ask', conversationId: null });
    else void desktop.hideQuick();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'Enter' && typed.trim() !== '' && !event.nativeEvent.isComposing) {
      void handOver(typed.trim());
      leave();
      setTyped('');
    } else return;
    event.preventDefault();
  };
  return (
    <main className={screen}>
      <HiddenHeading>Quick ask</HiddenHeading>
      <label className={box}>
        <Icon name="search" size={22} />
        <input
          ref={field}
          aria-label="Your question"
          placeholder="Ask your files"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={press}
        />
      </label>
      <QuickAnswer typed={typed} preview={preview} isOpen={state.phase === 'open'} />
      <p className={keys}>
        <kbd>Enter</kbd> goes on in Quipu · <kbd>Esc</kbd> closes
      </p>
    </main>
  );
}
