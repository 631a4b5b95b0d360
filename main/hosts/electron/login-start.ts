import type { Platform } from './platform.ts';

/** Starting when the person logs in, as the system keeps it. */
export interface LoginStart {
  /** Null where the system has no switch for it. */
  isOn(): boolean | null;
  turn(on: boolean): boolean | null;
}

/** Electron has this for macOS and Windows alone (https://www.electronjs.org/docs/latest/api/app). */
export function loginStart(app: Platform['app'], system: NodeJS.Platform): LoginStart {
  if (system !== 'darwin' && system !== 'win32') return { isOn: () => null, turn: () => null };
  const isOn = (): boolean => app.getLoginItemSettings().openAtLogin;
  return {
    isOn,
    turn(on) {
      app.setLoginItemSettings({ openAtLogin: on });
      return isOn();
    },
  };
}
