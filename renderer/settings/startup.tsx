import { useEffect, useState } from 'react';
import { desktop } from '../connection/desktop.ts';
import type { SettingsSection } from './section.ts';
import { Switch } from './switch.tsx';

/** Starting with the computer: the desktop window alone can have that, and not on every system. */
export function useStartup(): SettingsSection | null {
  const [on, setOn] = useState<boolean | null>(null);
  useEffect(() => {
    desktop?.startsAtLogin().then(setOn, () => undefined);
  }, []);
  if (desktop === null || on === null) return null;
  const change = (next: boolean) => {
    desktop?.startAtLogin(next).then(setOn, () => undefined);
  };
  return {
    id: 'startup',
    title: 'Starting',
    settings: [
      {
        id: 'login',
        name: 'Start when I log in',
        consequence:
          'Files are followed from the beginning and quick ask is at hand; Quipu stays in the tray.',
        control: <Switch id="login" on={on} onSwitch={change} />,
      },
    ],
  };
}
