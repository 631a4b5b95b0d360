import type { BrowserWindowConstructorOptions, CustomScheme, MenuItemConstructorOptions } from 'electron';
import { pageUrl } from '../page-address.ts';
import type { Platform, ShellFrame, ShellPort } from '../platform.ts';
import { FakeApp } from './fake-app.ts';
import { fakeChannel } from './fake-ports.ts';
import { FakeSession } from './fake-session.ts';
import { fakeUtilities, type Program } from './fake-utilities.ts';
import { FakeWindow } from './fake-window.ts';

type Handler = Parameters<Platform['ipcMain']['handle']>[1];

interface FakeTray {
  menu: readonly MenuItemConstructorOptions[];
  click: () => void;
}

/** Electron as far as the shell uses it, with what the shell did to it. The compiler holds it to Electron's types by `Platform`. */
export class FakePlatform implements Platform {
  readonly app: FakeApp;
  readonly windows: FakeWindow[] = [];
  readonly sessions: FakeSession[] = [];
  readonly schemes: CustomScheme[] = [];
  readonly errorBoxes: string[] = [];
  readonly trays: FakeTray[] = [];
  readonly shortcuts = new Map<string, () => void>();
  readonly utilityProcess: ReturnType<typeof fakeUtilities>;
  readonly createChannel = fakeChannel;
  chosen: string[] = [];
  shortcutTaken = false;
  trayMissing = false;
  menu: readonly MenuItemConstructorOptions[] | null | undefined;
  #handler: Handler | null = null;

  constructor(root: string, programs: Readonly<Record<string, Program>> = {}) {
    this.app = new FakeApp(root);
    this.utilityProcess = fakeUtilities(programs);
  }

  readonly powerMonitor = { getSystemIdleTime: () => 42, isOnBatteryPower: () => true };
  readonly protocol = {
    registerSchemesAsPrivileged: (schemes: CustomScheme[]) => void this.schemes.push(...schemes),
  };
  readonly dialog = {
    showErrorBox: (_title: string, content: string) => void this.errorBoxes.push(content),
    showOpenDialog: async () => ({ canceled: this.chosen.length === 0, filePaths: this.chosen }),
  };
  readonly globalShortcut = {
    register: (accelerator: string, pressed: () => void): boolean => {
      if (!this.shortcutTaken) this.shortcuts.set(accelerator, pressed);
      return !this.shortcutTaken;
    },
    unregisterAll: () => this.shortcuts.clear(),
  };
  readonly ipcMain = {
    handle: (_channel: string, handler: Handler) => {
      this.#handler = handler;
    },
  };
  readonly session = (): FakeSession => {
    const session = new FakeSession();
    this.sessions.push(session);
    return session;
  };
  readonly createWindow = (options: BrowserWindowConstructorOptions): FakeWindow => {
    const window = new FakeWindow(options);
    this.windows.push(window);
    this.app.emit('web-contents-created', {}, window.webContents);
    return window;
  };
  readonly createTray = (): ReturnType<Platform['createTray']> => {
    if (this.trayMissing) throw new Error('no tray here');
    const tray: FakeTray = { menu: [], click: () => undefined };
    this.trays.push(tray);
    return {
      setToolTip: () => undefined,
      setMenu: (template) => {
        tray.menu = template;
      },
      on: (_event, listener) => {
        tray.click = listener;
      },
    };
  };
  readonly setMenu = (template: readonly MenuItemConstructorOptions[] | null): void => {
    this.menu = template;
  };

  /** A call from a preload script; by default from the page itself. */
  async request(name: unknown, frame: Partial<ShellFrame> | null = {}): Promise<unknown> {
    const page = { url: pageUrl, parent: null, postMessage: () => undefined };
    const senderFrame = frame === null ? null : { ...page, ...frame };
    return this.#handler?.({ senderFrame }, name);
  }

  /** Asks for a port as the page does; it is started by whoever uses it. */
  async requestPort(): Promise<ShellPort> {
    const handed = Promise.withResolvers<ShellPort>();
    await this.request('port', {
      postMessage: (_channel, _message, [port] = []) =>
        port === undefined ? handed.reject() : handed.resolve(port),
    });
    return handed.promise;
  }
}
