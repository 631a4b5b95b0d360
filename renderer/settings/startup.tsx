import { useEffect, useState } from 'react';
import { desktop } from '../connection/desktop.ts';
import { useWords } from '../wording/words.ts';
import type { SettingsSection } from './section.ts';
import { Switch } from './switch.tsx';

/** Starting with the computer: the desktop window alone can have that, and not on every system. */
export function useStartup(): SettingsSection | null {
  const words = useWords('settings');
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
    title: words('startup'),
    settings: [
      {
        id: 'login',
        name: words('login'),
        consequence: words('loginMeans'),
        control: <Switch id="login" on={on} onSwitch={change} />,
      },
    ],
  };
}
