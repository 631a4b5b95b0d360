import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './title-field.module.css';

const { field } = styles;
const longestTitle = 200;

interface TitleFieldProps {
  readonly title: string;
  /** The new title; null where it stays as it is. */
  readonly onDone: (title: string | null) => void;
}

/** A title that is written anew in its place: Enter and leaving it keep it, Escape does not. */
export function TitleField({ title, onDone }: TitleFieldProps) {
  const [text, setText] = useState(title);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => input.current?.select(), []);
  const end = (next: string) => {
    // What takes the field away takes the focus away too, which must not end it twice.
    if (done.current) return;
    done.current = true;
    onDone(next.trim() === '' || next.trim() === title ? null : next.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') end(text);
    else if (event.key === 'Escape') end(title);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={input}
      className={field}
      aria-label={`New name of “${title}”`}
      maxLength={longestTitle}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => end(text)}
    />
  );
}
