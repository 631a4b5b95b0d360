import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '#main/contract/settings.ts';
import { useClient } from '../connection/engine.tsx';

export type Theme = Settings['theme'];

const key = 'quipu.theme';
const listeners = new Set<() => void>();

/** The theme of the last visit, so that a page does not flash in another before the engine answers. */
export function rememberedTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function applyTheme(theme: Theme): void {
  document.documentElement.setAttribute('data-theme', theme);
  localStorage.setItem(key, theme);
  for (const listener of listeners) listener();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** Takes the theme over that the engine's settings keep, once for the page. */
export function useKeptTheme(): void {
  const client = useClient();
  useEffect(() => {
    // Without settings the remembered theme stays; the screens tell what is wrong with the engine.
    client?.settings.read().then(
      (settings) => applyTheme(settings.theme),
      () => undefined,
    );
  }, [client]);
}

/** The person's theme and how to change it, everywhere at once. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const client = useClient();
  const theme = useSyncExternalStore(subscribe, rememberedTheme);
  const choose = useCallback(
    (next: Theme) => {
      applyTheme(next);
      client?.settings.change({ theme: next }).catch(() => undefined);
    },
    [client],
  );
  return [theme, choose];
}
