import type { WebSocket } from 'ws';
import { type DesktopRequest, desktopChannel, desktopRequests } from './desktop-requests.ts';
import type { LoginStart } from './login-start.ts';
import { isPage } from './page-address.ts';
import type { Platform, ShellFrame, ShellRequestEvent } from './platform.ts';
import { relayPort } from './relay-port.ts';

/** What the page may have done with windows, and with how the program starts. */
export interface DesktopActs {
  readonly engineSocket: () => Promise<WebSocket>;
  readonly showMain: () => Promise<void>;
  readonly hideQuick: () => void;
  readonly login: LoginStart;
}

/** Answers the preload script of our own page, and nobody else: a port to the engine, the system's folder dialog, windows. */
export function serveDesktop(
  { ipcMain, dialog, createChannel }: Pick<Platform, 'ipcMain' | 'dialog' | 'createChannel'>,
  { engineSocket, showMain, hideQuick, login }: DesktopActs,
): void {
  const handPort = (frame: ShellFrame): void => {
    const { port1, port2 } = createChannel();
    relayPort(port2, engineSocket);
    frame.postMessage(desktopChannel, null, [port1]);
  };
  const chooseFolder = async (): Promise<string | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      title: 'Add a folder to your library',
      buttonLabel: 'Add',
      properties: ['openDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  };
  ipcMain.handle(desktopChannel, async (event, request) => {
    const frame = pageFrame(event);
    switch (checked(request)) {
      case 'port':
        return handPort(frame);
      case 'choose-folder':
        return chooseFolder();
      case 'show-main':
        return showMain();
      case 'hide-quick':
        return hideQuick();
      case 'login-ask':
        return login.isOn();
      case 'login-on':
        return login.turn(true);
      case 'login-off':
        return login.turn(false);
    }
  });
}

/** The sender, where it is the page itself: no frame inside it, no other address. Throws otherwise. */
function pageFrame({ senderFrame }: ShellRequestEvent): ShellFrame {
  if (senderFrame === null || senderFrame.parent !== null || !isPage(senderFrame.url)) {
    throw new Error('This request does not come from the page.');
  }
  return senderFrame;
}

function checked(request: unknown): DesktopRequest {
  const known = desktopRequests.find((name) => name === request);
  if (known === undefined) throw new Error('There is no such request.');
  return known;
}
