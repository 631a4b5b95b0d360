import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, type Folders } from '#main/app/folders.ts';
import { Fault } from '#main/contract/fault.ts';
import { accessEngine, type EngineAccess } from '#main/hosts/services/attach.ts';
import { errorFields, type LogFile } from '#main/hosts/services/logs/logs.ts';
import { appMenu } from './app-menu.ts';
import { lockContents, lockSession } from './lockdown.ts';
import { loginStart } from './login-start.ts';
import { pageScheme } from './page-address.ts';
import { createPageFiles } from './page-files.ts';
import type { Platform } from './platform.ts';
import { offerQuickAsk } from './quick-ask.ts';
import { serveDesktop } from './serve-desktop.ts';
import { tellComputerUse } from './tell-computer-use.ts';
import { followLibrary } from './tray-state.ts';
import { createUtilitySpawner } from './utility-spawner.ts';
import { createWindows } from './window-set.ts';

const partition = 'persist:quipu';

export interface ShellOptions {
  readonly folders: Folders;
  readonly log: LogFile;
  readonly system: NodeJS.Platform;
}

/** Starts the desktop shell, or hands over to the one that runs already. Resolves when its window is loaded. */
export async function startShell(platform: Platform, options: ShellOptions): Promise<void> {
  const { app, protocol } = platform;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.setPath('userData', cacheFolder('desktop'));
  app.enableSandbox();
  // The page has no business in the network, so its process knows no host: not one name resolves.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  await app.whenReady();
  await open(platform, options);
}

async function open(platform: Platform, options: ShellOptions): Promise<void> {
  const { app } = platform;
  const { folders, log, system } = options;
  const root = app.getAppPath();
  const resources = join(root, 'main/hosts/electron/resources');
  const utilities = createUtilitySpawner(platform, pathToFileURL(`${join(root, 'out/main')}/`), log);
  const spawner = tellComputerUse(utilities, platform.powerMonitor);
  const engine = accessEngine({ folders, spawner, log });

  const session = platform.session(partition);
  lockSession(session);
  session.protocol.handle(pageScheme, createPageFiles(join(root, 'out/renderer')));
  platform.setMenu(appMenu(system));

  const windows = createWindows(platform, {
    ...{ partition, devTools: !app.isPackaged, iconPath: join(resources, 'icon.png') },
    preloadPath: join(root, 'out/preload/preload.cjs'),
  });
  const trayIcon = join(resources, system === 'darwin' ? 'trayTemplate.png' : 'tray.png');
  serveDesktop(platform, {
    engineSocket: () => engine.socket(),
    showMain: () => windows.showMain(),
    hideQuick: () => void windows.hideQuick(),
    login: loginStart(app, system),
  });
  const quickAsk = offerQuickAsk(platform, trayIcon, log, {
    ask: () => void windows.toggleQuick(),
    open: () => void windows.showMain(),
    quit: () => app.quit(),
  });
  windows.stayWhenClosed(quickAsk.hasTray || system === 'darwin');
  app.on('second-instance', () => void windows.showMain());
  app.on('activate', () => void windows.showMain());
  app.on('window-all-closed', () => app.quit());
  const leaving = new AbortController();
  endInOrder(platform, windows.letGo, engine, log, leaving);

  await windows.showMain();
  // Made before it is wanted: then it only has to be shown.
  void windows.prepareQuick();
  await reportUnreachable(platform, engine, log);
  void followLibrary(() => engine.connect(), quickAsk.tell, leaving.signal);
}

/** Quitting waits for the engine to close its library. */
function endInOrder(
  { app, globalShortcut }: Platform,
  letGo: () => void,
  engine: EngineAccess,
  log: LogFile,
  leaving: AbortController,
): void {
  let phase: 'running' | 'ending' | 'ended' = 'running';
  const end = async (): Promise<void> => {
    leaving.abort();
    globalShortcut.unregisterAll();
    await engine.release();
    await log.close();
    phase = 'ended';
    app.quit();
  };
  app.on('before-quit', (event) => {
    letGo();
    if (phase !== 'ended') event.preventDefault();
    if (phase !== 'running') return;
    phase = 'ending';
    void end();
  });
}

/** A library that cannot be opened is told at once, not on a page that stays empty. */
async function reportUnreachable(
  { app, dialog }: Platform,
  engine: EngineAccess,
  log: LogFile,
): Promise<void> {
  try {
    const connection = await engine.connect();
    connection.close();
  } catch (error) {
    log.error('engine-unreachable', errorFields(error));
    const fault = error instanceof Fault ? error : new Fault('unexpected', { log: log.path }, error);
    dialog.showErrorBox('Quipu', fault.message);
    app.quit();
  }
}
