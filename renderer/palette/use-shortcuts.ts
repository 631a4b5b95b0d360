import { useEffect, useRef } from 'react';
import type { Action } from './actions.tsx';
import { isTyping, pressed, types } from './keys.ts';
import { letterKeysAct } from './letter-keys.ts';

/** The second key of two, such as “g l”, comes within this time. */
const sequenceMs = 1_200;

/** Runs the action whose keys are pressed, where no box lies over the page and nothing is being typed. */
export function useShortcuts(actions: readonly Action[]): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    let first = { key: '', atMs: 0 };
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]') !== null) return;
      const key = pressed(event);
      if (types(event) && (isTyping(event.target) || !letterKeysAct())) return;
      const both = event.timeStamp - first.atMs < sequenceMs ? `${first.key} ${key}` : key;
      first = { key, atMs: event.timeStamp };
      const action = newest.current.find(({ keys }) => keys === both || keys === key);
      if (action === undefined) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
