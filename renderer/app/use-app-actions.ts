import { useClient } from '../connection/engine.tsx';
import { useLibraryActions } from '../library/use-library-actions.ts';
import { type Action, useActions } from '../palette/actions.tsx';
import { useSettingsActions } from '../settings/use-settings-actions.ts';
import { useWords } from '../wording/words.ts';
import { goTo, type Route } from './route.ts';
import { type Theme, useTheme } from './theme.ts';

const themes = [
  ['light', 'useLight'],
  ['dark', 'useDark'],
  ['system', 'useSystem'],
] as const satisfies readonly (readonly [Theme, string])[];

/** What can be done from anywhere: going, and what each screen adds in its own folder. */
export function useAppActions(onNewQuestion: () => void): void {
  const words = useWords('app');
  const [theme, choose] = useTheme();
  const isOpen = useClient() !== null;
  useActions([
    {
      ...{ id: 'new-question', name: words('newQuestion'), group: words('ask'), icon: 'plus', keys: 'n' },
      run: onNewQuestion,
    },
    {
      ...{ id: 'to-question', name: words('toQuestion'), group: words('ask'), icon: 'ask', keys: '/' },
      run: toQuestion,
    },
    ...goings.map(({ route, name, ...action }) => ({
      ...{ ...action, name: words(name), group: words('goTo') },
      run: () => goTo(route),
    })),
    ...(isOpen
      ? themes
          .filter(([name]) => name !== theme)
          .map(([name, key]) => ({
            ...{ id: `theme-${name}`, name: words(key), group: words('appearance'), icon: name },
            run: () => choose(name),
          }))
      : []),
  ]);
  useLibraryActions();
  useSettingsActions();
}

function toQuestion(): void {
  const box = document.getElementById('question');
  if (box !== null) box.focus();
  else goTo({ screen: 'ask', conversationId: null });
}

const goings = [
  { ...goingTo('ask', 'ask', 'g a'), route: { screen: 'ask', conversationId: null } },
  { ...goingTo('library', 'library', 'g l'), route: { screen: 'library' } },
  { ...goingTo('people', 'people', 'g p'), route: { screen: 'people' } },
  { ...goingTo('models', 'models', 'g m'), route: { screen: 'models' } },
  { ...goingTo('models', 'compare', 'g c'), id: 'go-compare', route: { screen: 'compare' } },
  { ...goingTo('settings', 'settings', 'g s'), route: { screen: 'settings', section: null } },
  { ...goingTo('steps', 'firstSteps', 'g f'), route: { screen: 'start', step: 'where' } },
] as const satisfies readonly (Omit<Action, 'group' | 'run'> & { readonly route: Route })[];

function goingTo<Icon extends string, Name extends string>(icon: Icon, name: Name, keys: string) {
  return { id: `go-${icon}`, name, icon, keys };
}
