import { desktop } from '../connection/desktop.ts';
import { useAllActions } from '../palette/actions.tsx';
import { useLetterKeys } from '../palette/letter-keys.ts';
import { ShortcutsList } from '../palette/shortcuts-sheet.tsx';
import type { SettingsSection } from './section.ts';
import { Switch } from './switch.tsx';

export function useKeysSection(): SettingsSection {
  const actions = useAllActions();
  const [on, choose] = useLetterKeys();
  return {
    id: 'keys',
    title: 'Keys',
    words: 'shortcuts keyboard',
    settings: [
      {
        id: 'letters',
        name: 'Keys of a single letter',
        consequence: 'Off, only keys with Ctrl or ⌘ act: for whoever dictates or leans on a key by chance.',
        control: <Switch id="letters" on={on} onSwitch={choose} />,
      },
    ],
    body: (
      <>
        <ShortcutsList actions={actions} />
        {desktop === null ? null : <p>Quick ask from any program: Ctrl or ⌘ + Shift + Space.</p>}
      </>
    ),
  };
}
