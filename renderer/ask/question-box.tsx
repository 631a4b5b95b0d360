import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Completion } from '#main/contract/complete.ts';
import { longestQuery } from '#main/contract/longest-query.ts';
import { IconButton } from '../design/button.tsx';
import { Hidden } from '../design/hidden.tsx';
import { PersonaChoice } from '../personas/persona-choice.tsx';
import type { PersonaChosen } from '../personas/use-persona-choice.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import styles from './question-box.module.css';
import { useCompletions } from './use-completions.ts';
import type { Draft } from './use-draft.ts';

const { dock, box, effort, keys } = styles;

interface QuestionBoxProps {
  readonly asking: boolean;
  readonly followUp: boolean;
  readonly draft: Draft;
  readonly persona: PersonaChosen;
  readonly onAsk: (
    question: string,
    ways: { readonly thorough: boolean; readonly personaId?: number | null },
  ) => void;
  readonly onStop: () => void;
}

export function QuestionBox({ asking, followUp, draft, persona, onAsk, onStop }: QuestionBoxProps) {
  const { text, change } = draft;
  const { personas, chosen, choose } = persona;
  const [caret, setCaret] = useState(0);
  const [thorough, setThorough] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const { options, active, move, close } = useCompletions(text.slice(0, caret));
  useSlash(field);

  const take = ({ from, text: completed }: Completion) => {
    const end = from + completed.length;
    change(text.slice(0, from) + completed + text.slice(caret));
    setCaret(end);
    requestAnimationFrame(() => field.current?.setSelectionRange(end, end));
  };

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const question = text.trim();
    if (question === '') return;
    draft.asked(question);
    onAsk(question, { thorough, ...(personas.length > 0 && { personaId: chosen }) });
    setCaret(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (options.length > 0 && chooses(event)) return;
    // While an input method composes, Enter chooses a word.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event);
  };
  /** The keys of a list of suggestions: true where one was pressed. */
  const chooses = (event: KeyboardEvent): boolean => {
    const option = options[active];
    if (event.nativeEvent.isComposing || event.shiftKey || option === undefined) return false;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' || event.key === 'Tab') take(option);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  };
  return (
    <form data-screen-only className={dock} onSubmit={submit} aria-label="Ask">
      <div className={box}>
        <CompletionList id={listId} options={options} active={active} onChoose={take} />
        <label htmlFor="question">
          <Hidden>Your question</Hidden>
        </label>
        <textarea
          id="question"
          ref={field}
          rows={1}
          maxLength={longestQuery}
          placeholder={followUp ? 'Ask a follow-up' : 'Ask your files anything'}
          autoComplete="off"
          aria-autocomplete="list"
          aria-controls={listId}
          {...(options.length > 0 ? { 'aria-activedescendant': optionId(listId, active) } : {})}
          value={text}
          onChange={({ target }) => {
            change(target.value);
            setCaret(target.selectionStart);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
        />
        <PersonaChoice personas={personas} chosen={chosen} onChoose={choose} />
        <button
          type="button"
          className={effort}
          aria-pressed={thorough}
          title="The model reads more and thinks longer. What is found at once stays the same."
          onClick={() => setThorough(!thorough)}
        >
          Thorough
        </button>
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
              <kbd>from: in: tag: kind: after:</kbd> narrow, <kbd>/</kbd> comes back here
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
