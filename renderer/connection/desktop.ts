/** What the desktop window can do and a page in a browser cannot; the preload script puts it on `window`. */
export interface DesktopBridge {
  /** The system's own folder dialog; null where it was cancelled. */
  chooseFolder(): Promise<string | null>;
  /** The absolute path of a dropped file or folder. */
  pathOf(file: File): string;
}

declare global {
  interface Window {
    readonly quipuDesktop?: DesktopBridge;
  }
}

export const desktop: DesktopBridge | null = window.quipuDesktop ?? null;
