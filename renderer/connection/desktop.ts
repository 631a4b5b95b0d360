import type { DesktopBridge } from '#main/contract/desktop.ts';

declare global {
  interface Window {
    readonly quipuDesktop?: DesktopBridge;
  }
}

/** What the desktop window can do beyond a browser's page; null in a browser. */
export const desktop: DesktopBridge | null = window.quipuDesktop ?? null;
