import { useCallback, useEffect, useState } from 'react';
import type { Settings } from '#main/contract/settings.ts';
import { useClient } from '../connection/engine.tsx';

export type Theme = Settings['theme'];

const key = 'quipu.theme';

/** The theme of the last visit, so that a page does not flash in another before the engine answers. */
export function rememberedTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function applyTheme(theme: Theme): void {
  document.documentElement.setAttribute('data-theme', theme);
  localStorage.setItem(key, theme);
}

/** The person's theme, as the engine's settings keep it, and how to change it. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const client = useClient();
  const [theme, setTheme] = useState(rememberedTheme);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    // Without settings the remembered theme stays; the screens tell what is wrong with the engine.
    client?.settings.read().then(
      (settings) => setTheme(settings.theme),
      () => undefined,
    );
  }, [client]);
  const choose = useCallback(
    (next: Theme) => {
      setTheme(next);
      client?.settings.change({ theme: next }).catch(() => undefined);
    },
    [client],
  );
  return [theme, choose];
}
