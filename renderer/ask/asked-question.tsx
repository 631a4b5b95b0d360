import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { KeptPlace } from '#main/contract/ask.ts';
import { longestQuery } from '#main/contract/longest-query.ts';
import { Button, IconButton } from '../design/button.tsx';
import styles from './asked-question.module.css';
import type { Ask, AskSession } from './use-ask-session.ts';
import { Versions } from './versions.tsx';

const { asked, tools, editing, choices, unseen } = styles;
interface AskedQuestionProps {
  readonly question: string;
  /** Null while it is answered, and where it is not kept. */
  readonly kept: KeptPlace | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAsk: Ask;
  readonly onTurnTo: AskSession['turnTo'];
}

/** A question over its answer, to be worded anew in place; its other versions are kept. */
export function AskedQuestion({ question, kept, heading, onAsk, onTurnTo }: AskedQuestionProps) {
  const [open, setOpen] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => edit.current?.focus());
  };
  if (open && kept !== null) {
    const again = (text: string) => {
      setOpen(false);
      onAsk(text, { place: { as: 'edit', questionId: kept.questionId } });
    };
    const held = `quipu.edit.${kept.questionId}`;
    return <QuestionForm question={question} held={held} onAsk={again} onCancel={close} />;
  }
  return (
    <div className={asked}>
      <h2 ref={heading} tabIndex={-1}>
        {question}
      </h2>
      {kept === null ? null : (
        <div className={tools} data-screen-only>
          <Versions
            what="question"
            ids={kept.questions}
            shown={kept.questionId}
            onShow={(questionId) => onTurnTo({ questionId })}
          />
          <IconButton ref={edit} icon="edit" label="Edit this question" onClick={() => setOpen(true)} />
        </div>
      )}
    </div>
  );
}

interface QuestionFormProps {
  readonly question: string;
  /** Where the tab holds what is typed, so that a reload does not lose it. */
  readonly held: string;
  readonly onAsk: (question: string) => void;
  readonly onCancel: () => void;
}

function QuestionForm({ question, held, onAsk, onCancel }: QuestionFormProps) {
  const [text, setText] = useState(() => sessionStorage.getItem(held) ?? question);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(question.length, question.length);
  }, [question]);
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    sessionStorage.removeItem(held);
    onAsk(text.trim());
  };
  const cancel = () => {
    sessionStorage.removeItem(held);
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) submit(event);
    if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    }
  };
  return (
    <form className={editing} aria-label="Edit the question" onSubmit={submit}>
      <h2 className={unseen}>{question}</h2>
      <textarea
        ref={field}
        aria-label="The question, worded anew"
        rows={1}
        maxLength={longestQuery}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          sessionStorage.setItem(held, target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={choices}>
        <small>The question as it was stays, one arrow away.</small>
        <Button onClick={cancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={text.trim() === ''}>
          Ask
        </Button>
      </div>
    </form>
  );
}
