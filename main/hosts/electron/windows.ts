import type { BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from './page-address.ts';
import type { Platform, ShellWindow } from './platform.ts';

export interface WindowOptions {
  readonly preloadPath: string;
  readonly iconPath: string;
  /** The session's partition that the page runs in. */
  readonly partition: string;
  readonly devTools: boolean;
}

/** What every window has in common: a sandboxed page without Node that goes nowhere. */
function shared({ preloadPath, iconPath, partition, devTools }: WindowOptions) {
  return {
    show: false,
    icon: iconPath,
    title: 'Quipu',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadPath,
      partition,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  } satisfies BrowserWindowConstructorOptions;
}

/** The main window, shown when it has something to show. */
export async function openMainWindow(platform: Platform, options: WindowOptions): Promise<ShellWindow> {
  const window = platform.createWindow({
    ...shared(options),
    width: 1120,
    height: 800,
    minWidth: 480,
    minHeight: 400,
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(pageUrl);
  return window;
}

/** The small window of quick ask: the same page over the other programs, away with Escape or a click elsewhere. */
export async function openQuickWindow(platform: Platform, options: WindowOptions): Promise<ShellWindow> {
  const window = platform.createWindow({
    ...shared(options),
    width: 640,
    height: 480,
    frame: false,
    resizable: true,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
  });
  window.on('blur', () => window.hide());
  window.webContents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || key !== 'Escape') return;
    event.preventDefault();
    window.hide();
  });
  await window.loadURL(`${pageUrl}#/quick`);
  return window;
}
