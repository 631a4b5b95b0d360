import { goTo } from '../app/route.ts';
import { useActions } from '../palette/actions.tsx';

/** What the settings offer from anywhere. */
export function useSettingsActions(): void {
  const to = (section: string) => () => goTo({ screen: 'settings', section });
  const group = 'Settings';
  useActions([
    {
      id: 'settings-privacy',
      name: 'What was sent, and where everything lies',
      group,
      icon: 'shield',
      run: to('privacy'),
    },
    { id: 'settings-indexing', name: 'When to index', group, icon: 'pause', run: to('indexing') },
    { id: 'settings-appearance', name: 'Appearance', group, icon: 'light', run: to('appearance') },
  ]);
}
