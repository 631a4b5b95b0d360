import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '../design/button.tsx';
import { Hidden } from '../design/hidden.tsx';
import styles from './question-box.module.css';

const { dock, box, keys } = styles;

const longestQuestion = 10_000;

interface QuestionBoxProps {
  readonly asking: boolean;
  readonly followUp: boolean;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
}

export function QuestionBox({ asking, followUp, onAsk, onStop }: QuestionBoxProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useSlash(field);

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const question = text.trim();
    if (question === '') return;
    onAsk(question);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  return (
    <form className={dock} onSubmit={submit} aria-label="Ask">
      <div className={box}>
        <label htmlFor="question">
          <Hidden>Your question</Hidden>
        </label>
        <textarea
          id="question"
          ref={field}
          rows={1}
          maxLength={longestQuestion}
          placeholder={followUp ? 'Ask a follow-up' : 'Ask your files anything'}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {asking && text.trim() === '' ? (
          <IconButton icon="stop" label="Stop (Escape)" look="plain" onClick={onStop} />
        ) : (
          <IconButton
            type="submit"
            icon="send"
            label="Ask (Enter)"
            look="primary"
            disabled={text.trim() === ''}
          />
        )}
      </div>
      <div className={keys} aria-hidden="true">
        <span>
          <kbd>Enter</kbd> asks, <kbd>Shift Enter</kbd> makes a new line
        </span>
        <span>
          {asking ? (
            <>
              <kbd>Esc</kbd> stops
            </>
          ) : (
            <>
              <kbd>/</kbd> comes back here
            </>
          )}
        </span>
      </div>
    </form>
  );
}

/** Takes the focus when the screen opens, where no keyboard jumps up for it, and whenever “/” is typed elsewhere. */
function useSlash(field: React.RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
    const listen = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [field]);
}
