import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type DesktopBridge, portHanded, portWanted } from '#main/contract/desktop.ts';
import { type DesktopRequest, desktopChannel } from '../desktop-requests.ts';

function request(name: DesktopRequest): Promise<unknown> {
  return ipcRenderer.invoke(desktopChannel, name);
}

window.addEventListener('message', ({ source, data }) => {
  if (source === window && data === portWanted) void request('port');
});
ipcRenderer.on(desktopChannel, ({ ports }) => {
  window.postMessage(portHanded, location.origin, [...ports]);
});

async function yesOrNo(name: DesktopRequest): Promise<boolean | null> {
  const answer = await request(name);
  return typeof answer === 'boolean' ? answer : null;
}

const bridge: DesktopBridge = {
  async chooseFolder() {
    const path = await request('choose-folder');
    return typeof path === 'string' ? path : null;
  },
  pathOf: (file) => webUtils.getPathForFile(file),
  startsAtLogin: () => yesOrNo('login-ask'),
  startAtLogin: (on) => yesOrNo(on ? 'login-on' : 'login-off'),
  async showMain() {
    await request('show-main');
  },
  async hideQuick() {
    await request('hide-quick');
  },
};
contextBridge.exposeInMainWorld('quipuDesktop', bridge);
