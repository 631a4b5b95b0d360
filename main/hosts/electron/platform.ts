import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  ForkOptions,
  MenuItemConstructorOptions,
  OpenDialogOptions,
} from 'electron';

/**
 * What the shell uses of Electron, and nothing more. `main.ts` passes Electron itself, so the compiler checks these
 * shapes against its types; the tests pass a fake of the same shapes, since Electron only runs inside its own binary.
 */
export interface Platform {
  readonly app: ShellApp;
  readonly protocol: ShellProtocol;
  readonly dialog: ShellDialog;
  readonly globalShortcut: {
    register(accelerator: string, pressed: () => void): boolean;
    unregisterAll(): void;
  };
  readonly ipcMain: {
    handle(
      channel: string,
      listener: (event: ShellRequestEvent, ...words: unknown[]) => Promise<unknown>,
    ): void;
  };
  readonly utilityProcess: {
    fork(modulePath: string, words?: string[], options?: ForkOptions): ShellChild;
  };
  readonly powerMonitor: ShellPower;
  session(partition: string): ShellSession;
  createWindow(options: BrowserWindowConstructorOptions): ShellWindow;
  createChannel(): { readonly port1: ShellPort; readonly port2: ShellPort };
  createTray(iconPath: string): ShellTray;
  /** Sets the menu of the application; null for none. */
  setMenu(template: readonly MenuItemConstructorOptions[] | null): void;
}

export interface Preventable {
  preventDefault(): void;
}

interface ShellApp {
  readonly isPackaged: boolean;
  getAppPath(): string;
  setPath(name: 'userData' | 'sessionData', path: string): void;
  readonly commandLine: { appendSwitch(name: string, value?: string): void };
  enableSandbox(): void;
  requestSingleInstanceLock(): boolean;
  whenReady(): Promise<void>;
  quit(): void;
  getLoginItemSettings(): { readonly openAtLogin: boolean };
  setLoginItemSettings(settings: { openAtLogin: boolean; args?: string[] }): void;
  on(event: 'second-instance', listener: () => void): unknown;
  on(event: 'activate', listener: () => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  on(event: 'before-quit', listener: (event: Preventable) => void): unknown;
  on(event: 'web-contents-created', listener: (event: unknown, contents: ShellContents) => void): unknown;
}

export interface ShellPower {
  /** In seconds. */
  getSystemIdleTime(): number;
  isOnBatteryPower(): boolean;
}

interface ShellProtocol {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
}

interface ShellDialog {
  showErrorBox(title: string, content: string): void;
  showOpenDialog(
    options: OpenDialogOptions,
  ): Promise<{ readonly canceled: boolean; readonly filePaths: string[] }>;
}

export interface ShellSession {
  readonly protocol: { handle(scheme: string, answer: (request: Request) => Promise<Response>): void };
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, answer: (response: { cancel?: boolean }) => void) => void,
    ): void;
  };
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(
    handler: (contents: unknown, permission: string, requestingOrigin: string) => boolean,
  ): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setSpellCheckerEnabled(enabled: boolean): void;
  on(event: 'will-download', listener: (event: Preventable, item: { getURL(): string }) => void): unknown;
}

export interface ShellContents {
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
  on(event: 'will-navigate', listener: (event: Preventable) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Preventable) => void): unknown;
  on(event: 'will-redirect', listener: (event: Preventable) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  on(
    event: 'before-input-event',
    listener: (event: Preventable, input: { readonly type: string; readonly key: string }) => void,
  ): unknown;
}

export interface ShellWindow {
  readonly webContents: ShellContents;
  loadURL(url: string): Promise<void>;
  show(): void;
  hide(): void;
  focus(): void;
  restore(): void;
  isMinimized(): boolean;
  isVisible(): boolean;
  isDestroyed(): boolean;
  on(event: 'close', listener: (event: Preventable) => void): unknown;
  on(event: 'blur', listener: () => void): unknown;
  once(event: 'ready-to-show', listener: () => void): unknown;
}

export interface ShellTray {
  setToolTip(text: string): void;
  setMenu(template: readonly MenuItemConstructorOptions[]): void;
  on(event: 'click', listener: () => void): unknown;
}

/** One end of a channel between processes. */
export interface ShellPort {
  postMessage(message: unknown, transfer?: ShellPort[]): void;
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ShellPort[] }) => void,
  ): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
}

/** A utility process. */
export interface ShellChild {
  readonly pid: number | undefined;
  readonly stderr: NodeJS.ReadableStream | null;
  postMessage(message: unknown, transfer?: ShellPort[]): void;
  kill(): boolean;
  once(event: 'spawn', listener: () => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
}

export interface ShellFrame {
  readonly url: string;
  /** null for a window's own page, set for a frame inside it. */
  readonly parent: unknown;
  postMessage(channel: string, message: unknown, transfer?: ShellPort[]): void;
}

/** A call of the page's preload script. */
export interface ShellRequestEvent {
  /** null where the frame is gone already. */
  readonly senderFrame: ShellFrame | null;
}
