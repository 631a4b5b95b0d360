import type { Platform, ShellWindow } from './platform.ts';
import { openMainWindow, openQuickWindow, type WindowOptions } from './windows.ts';

/** The windows there are: one main window and one for quick ask, each made when it is first wanted. */
export interface Windows {
  showMain(): Promise<void>;
  /** Shows quick ask in front of everything, or puts it away. */
  toggleQuick(): Promise<void>;
  /** Makes the window of quick ask without showing it. */
  prepareQuick(): Promise<void>;
  /** Puts quick ask away, where it is. */
  hideQuick(): Promise<void>;
  /** Whether closing the main window only hides it, so that files are followed on and answers come at once. */
  stayWhenClosed(stay: boolean): void;
  /** From now on a closed window is closed: the application ends. */
  letGo(): void;
}

export function createWindows(platform: Platform, options: WindowOptions): Windows {
  let stay = false;
  const main = kept(async () => {
    const window = await openMainWindow(platform, options);
    window.on('close', (event) => {
      if (!stay) return;
      event.preventDefault();
      window.hide();
    });
    return window;
  });
  let quickOpened = false;
  const quick = kept(() => {
    quickOpened = true;
    return openQuickWindow(platform, options);
  });
  return {
    async showMain() {
      bringForward(await main());
    },
    async toggleQuick() {
      const window = await quick();
      if (window.isVisible()) window.hide();
      else bringForward(window);
    },
    async prepareQuick() {
      await quick();
    },
    async hideQuick() {
      if (quickOpened) (await quick()).hide();
    },
    stayWhenClosed(whether) {
      stay = whether;
    },
    letGo() {
      stay = false;
    },
  };
}

/** Opens a window once, and anew where it has been destroyed. */
function kept(open: () => Promise<ShellWindow>): () => Promise<ShellWindow> {
  let opened: Promise<ShellWindow> | null = null;
  return async () => {
    const there = await opened;
    if (there === null || there.isDestroyed()) opened = open();
    return opened ?? open();
  };
}

function bringForward(window: ShellWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
