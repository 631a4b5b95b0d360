import type { MenuItemConstructorOptions } from 'electron';

/**
 * The menu of the application. macOS needs one for its editing keys; elsewhere the window needs none.
 * Electron's own menu would bring links that open a browser.
 */
export function appMenu(system: NodeJS.Platform): readonly MenuItemConstructorOptions[] | null {
  if (system !== 'darwin') return null;
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
}
