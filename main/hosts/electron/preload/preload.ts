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

const bridge: DesktopBridge = {
  async chooseFolder() {
    const path = await request('choose-folder');
    return typeof path === 'string' ? path : null;
  },
  pathOf: (file) => webUtils.getPathForFile(file),
};
contextBridge.exposeInMainWorld('quipuDesktop', bridge);
