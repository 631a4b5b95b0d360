/** What the page says when it wants a port to the engine, and what comes with the port; the preload script answers. */
export const portWanted = 'quipu:port-wanted';
export const portHanded = 'quipu:port-handed';
/** The last message on a port whose engine is gone: a browser's port is not told that its other end was closed. */
export const portEnded = 'quipu:port-ended';

/** What the desktop window can do and a page in a browser cannot; the preload script puts it on `window`. */
export interface DesktopBridge {
  /** The system's own folder dialog; null where it was cancelled. */
  chooseFolder(): Promise<string | null>;
  /** The absolute path of a dropped file or folder. */
  pathOf(file: File): string;
  /** Whether it starts when the person logs in; null where the system has no switch for it. */
  startsAtLogin(): Promise<boolean | null>;
  /** Switches that; gives what holds now. */
  startAtLogin(on: boolean): Promise<boolean | null>;
  /** Shows the main window; resolves when its page is there. */
  showMain(): Promise<void>;
  /** Puts the small window of quick ask away. */
  hideQuick(): Promise<void>;
}
