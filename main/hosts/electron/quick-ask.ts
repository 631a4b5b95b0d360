import type { Log } from '#indexer/pipeline/log.ts';
import { errorFields } from '#main/hosts/services/logs/logs.ts';
import type { Platform } from './platform.ts';

/** Above whatever is in front: the same keys on every platform, free on all of them by default. */
export const shortcut = 'CommandOrControl+Shift+Space';

export interface QuickAskActions {
  readonly ask: () => void;
  readonly open: () => void;
  readonly quit: () => void;
}

/**
 * Offers quick ask by a shortcut and from the tray, as far as the desktop lets it: another program may hold the
 * keys, and some desktops have no tray. Returns whether there is a tray to live in without a window.
 */
export function offerQuickAsk(
  { globalShortcut, createTray }: Pick<Platform, 'globalShortcut' | 'createTray'>,
  iconPath: string,
  log: Log,
  { ask, open, quit }: QuickAskActions,
): boolean {
  const held = registered(() => globalShortcut.register(shortcut, ask));
  if (!held) log.warn('shortcut-taken', { shortcut });
  try {
    const tray = createTray(iconPath);
    tray.setToolTip('Quipu');
    tray.setMenu([
      { label: 'Quick ask', click: ask, ...(held && { accelerator: shortcut }) },
      { label: 'Open Quipu', click: open },
      { type: 'separator' },
      { label: 'Quit', click: quit },
    ]);
    tray.on('click', ask);
    return true;
  } catch (error) {
    log.warn('no-tray', errorFields(error));
    return false;
  }
}

/** Electron answers false for keys that are taken and throws for some desktops that allow none. */
function registered(register: () => boolean): boolean {
  try {
    return register();
  } catch {
    return false;
  }
}
