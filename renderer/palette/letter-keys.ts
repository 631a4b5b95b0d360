import { useCallback, useSyncExternalStore } from 'react';

const key = 'quipu.letterKeys';
const listeners = new Set<() => void>();

function read(): boolean {
  return localStorage.getItem(key) !== 'off';
}

/** Whether keys without Ctrl or ⌘ act: whoever dictates, or leans on a key, may switch them off (WCAG 2.1.4). */
export function letterKeysAct(): boolean {
  return read();
}

export function useLetterKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  }, read);
  const choose = useCallback((next: boolean) => {
    localStorage.setItem(key, next ? 'on' : 'off');
    for (const listener of listeners) listener();
  }, []);
  return [on, choose];
}
