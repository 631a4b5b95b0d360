import { desktop } from '../connection/desktop.ts';
import { useAllActions } from '../palette/actions.tsx';
import { useLetterKeys } from '../palette/letter-keys.ts';
import { ShortcutsList } from '../palette/shortcuts-sheet.tsx';
import { useWords } from '../wording/words.ts';
import type { SettingsSection } from './section.ts';
import { Switch } from './switch.tsx';

export function useKeysSection(): SettingsSection {
  const words = useWords('settings');
  const actions = useAllActions();
  const [on, choose] = useLetterKeys();
  return {
    id: 'keys',
    title: words('keys'),
    words: words('keysWords'),
    settings: [
      {
        id: 'letters',
        name: words('letters'),
        consequence: words('lettersMeans'),
        control: <Switch id="letters" on={on} onSwitch={choose} />,
      },
    ],
    body: (
      <>
        <ShortcutsList actions={actions} />
        {desktop === null ? null : <p>{words('quickAsk')}</p>}
      </>
    ),
  };
}
