import { useClient } from '../connection/engine.tsx';
import { useLibraryActions } from '../library/use-library-actions.ts';
import { type Action, useActions } from '../palette/actions.tsx';
import { useSettingsActions } from '../settings/use-settings-actions.ts';
import { goTo, type Route } from './route.ts';
import { type Theme, useTheme } from './theme.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['light', 'Use light colours'],
  ['dark', 'Use dark colours'],
  ['system', 'Use the system’s colours'],
];

/** What can be done from anywhere: going, and what each screen adds in its own folder. */
export function useAppActions(onNewQuestion: () => void): void {
  const [theme, choose] = useTheme();
  const isOpen = useClient() !== null;
  useActions([
    {
      ...{ id: 'new-question', name: 'New question', group: 'Ask', icon: 'plus', keys: 'n' },
      run: onNewQuestion,
    },
    {
      ...{ id: 'to-question', name: 'To the question', group: 'Ask', icon: 'ask', keys: '/' },
      run: toQuestion,
    },
    ...goings.map(({ route, ...action }) => ({ ...action, group: 'Go to', run: () => goTo(route) })),
    ...(isOpen
      ? themes
          .filter(([name]) => name !== theme)
          .map(([name, words]) => ({
            ...{ id: `theme-${name}`, name: words, group: 'Appearance', icon: name },
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
  { ...goingTo('ask', 'Ask', 'g a'), route: { screen: 'ask', conversationId: null } },
  { ...goingTo('library', 'Library', 'g l'), route: { screen: 'library' } },
  { ...goingTo('people', 'People', 'g p'), route: { screen: 'people' } },
  { ...goingTo('models', 'Models', 'g m'), route: { screen: 'models' } },
  { ...goingTo('models', 'Compare models', 'g c'), id: 'go-compare', route: { screen: 'compare' } },
  { ...goingTo('settings', 'Settings', 'g s'), route: { screen: 'settings', section: null } },
  { ...goingTo('steps', 'First steps', 'g f'), route: { screen: 'start', step: 'where' } },
] as const satisfies readonly (Omit<Action, 'group' | 'run'> & { readonly route: Route })[];

function goingTo<Icon extends string>(icon: Icon, name: string, keys: string) {
  return { id: `go-${icon}`, name, icon, keys };
}
