import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  MessageChannelMain,
  nativeImage,
  powerMonitor,
  protocol,
  session,
  Tray,
  utilityProcess,
} from 'electron';
import { foldersOf } from '#main/app/folders.ts';
import { errorFields, openLog } from '#main/hosts/services/logs/logs.ts';
import type { ShellTray } from './platform.ts';
import { startShell } from './shell.ts';

function createTray(iconPath: string): ShellTray {
  const icon = nativeImage.createFromPath(iconPath);
  if (icon.isEmpty()) throw new Error('The tray icon is missing.');
  const tray = new Tray(icon);
  return {
    setToolTip: (text) => tray.setToolTip(text),
    setMenu: (template) => tray.setContextMenu(Menu.buildFromTemplate([...template])),
    on: (event, listener) => tray.on(event, listener),
  };
}

const folders = foldersOf(undefined);
const log = openLog(folders.logs, 'host');

/** A bug is loud: it is logged and the shell ends. */
function onBug(error: unknown): void {
  log.error('bug', errorFields(error));
  void log.close().then(() => app.exit(70));
}
process.on('uncaughtException', onBug);
process.on('unhandledRejection', onBug);

// Not awaited: Electron is not ready before this module has run to its end.
void startShell(
  {
    ...{ app, protocol, dialog, globalShortcut, ipcMain, powerMonitor, utilityProcess, createTray },
    session: (partition) => session.fromPartition(partition),
    createWindow: (options) => new BrowserWindow(options),
    createChannel: () => new MessageChannelMain(),
    setMenu: (template) =>
      Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate([...template])),
  },
  { folders, log, system: process.platform },
);
