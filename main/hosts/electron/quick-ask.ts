import type { Log } from '#indexer/pipeline/log.ts';
import { errorFields } from '#main/hosts/services/logs/logs.ts';
import type { Platform } from './platform.ts';
import type { TrayState } from './tray-state.ts';

/** Above whatever is in front: the same keys on every platform, free on all of them by default. */
export const shortcut = 'CommandOrControl+Shift+Space';

export interface QuickAskActions {
  readonly ask: () => void;
  readonly open: () => void;
  readonly quit: () => void;
}

export interface QuickAsk {
  /** Whether there is a tray to live in without a window. */
  readonly hasTray: boolean;
  /** Shows how the library is, without shouting: in the tip and above the menu. */
  readonly tell: (state: TrayState) => void;
}

/**
 * Offers quick ask by a shortcut and from the tray, as far as the desktop lets it: another program may hold the
 * keys, and some desktops have no tray.
 */
export function offerQuickAsk(
  { globalShortcut, createTray }: Pick<Platform, 'globalShortcut' | 'createTray'>,
  iconPath: string,
  log: Log,
  { ask, open, quit }: QuickAskActions,
): QuickAsk {
  const held = registered(() => globalShortcut.register(shortcut, ask));
  if (!held) log.warn('shortcut-taken', { shortcut });
  try {
    const tray = createTray(iconPath);
    const tell = ({ short, lines }: TrayState): void => {
      tray.setToolTip(short === null ? 'Quipu' : `Quipu: ${short}`);
      tray.setMenu([
        ...lines.map((label) => ({ label, enabled: false })),
        ...(lines.length === 0 ? [] : [{ type: 'separator' as const }]),
        { label: 'Quick ask', click: ask, ...(held && { accelerator: shortcut }) },
        { label: 'Open Quipu', click: open },
        { type: 'separator' },
        { label: 'Quit', click: quit },
      ]);
    };
    tell({ short: null, lines: [] });
    tray.on('click', ask);
    return { hasTray: true, tell };
  } catch (error) {
    log.warn('no-tray', errorFields(error));
    return { hasTray: false, tell: () => undefined };
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
