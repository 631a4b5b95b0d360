import { goTo } from '../app/route.ts';
import { useActions } from '../palette/actions.tsx';
import { useWords } from '../wording/words.ts';

/** What the settings offer from anywhere. */
export function useSettingsActions(): void {
  const to = (section: string) => () => goTo({ screen: 'settings', section });
  const words = useWords('settings');
  const group = words('title');
  useActions([
    {
      id: 'settings-privacy',
      name: words('toPrivacy'),
      group,
      icon: 'shield',
      run: to('privacy'),
    },
    { id: 'settings-indexing', name: words('indexing'), group, icon: 'pause', run: to('indexing') },
    { id: 'settings-appearance', name: words('appearance'), group, icon: 'light', run: to('appearance') },
  ]);
}
