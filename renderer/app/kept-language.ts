import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { useClient } from '../connection/engine.tsx';
import { onLanguage, rememberedLanguage, showLanguage } from '../wording/catalogue.ts';
import type { LanguageChoice } from '../wording/language.ts';

/** Takes the language over that the engine's settings keep, once for the page. */
export function useKeptLanguage(): void {
  const client = useClient();
  useEffect(() => {
    // Without settings the remembered language stays; the screens tell what is wrong with the engine.
    client?.settings.read().then(
      ({ language }) => {
        if (language !== rememberedLanguage()) void showLanguage(language);
      },
      () => undefined,
    );
  }, [client]);
}

/** What was chosen as the language, and how to choose another, everywhere at once. */
export function useLanguageChoice(): readonly [LanguageChoice, (language: LanguageChoice) => void] {
  const client = useClient();
  const chosen = useSyncExternalStore(onLanguage, rememberedLanguage);
  const choose = useCallback(
    (next: LanguageChoice) => {
      void showLanguage(next);
      client?.settings.change({ language: next }).catch(() => undefined);
    },
    [client],
  );
  return [chosen, choose];
}
