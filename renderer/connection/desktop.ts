import type { DesktopBridge } from '#main/contract/desktop.ts';

declare global {
  interface Window {
    readonly quipuDesktop?: DesktopBridge;
  }
}

export const desktop: DesktopBridge | null = window.quipuDesktop ?? null;
