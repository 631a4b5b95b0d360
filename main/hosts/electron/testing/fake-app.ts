import { EventEmitter } from 'node:events';

export class FakeApp extends EventEmitter {
  readonly isPackaged = true;
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.switches.push(`${name}=${value}`),
  };
  opensAtLogin = false;
  readonly getLoginItemSettings = () => ({ openAtLogin: this.opensAtLogin });
  readonly setLoginItemSettings = ({ openAtLogin }: { openAtLogin: boolean }): void => {
    this.opensAtLogin = openAtLogin;
  };
  sandboxed = false;
  first = true;
  readonly #root: string;
  constructor(root: string) {
    super();
    this.#root = root;
  }
  getAppPath = (): string => this.#root;
  setPath(): void {
    this.emit('path-set');
  }
  enableSandbox(): void {
    this.sandboxed = true;
  }
  requestSingleInstanceLock = (): boolean => this.first;
  whenReady = async (): Promise<void> => undefined;
  /** As Electron: asks everyone, and is gone where nobody prevents it. */
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.emit('gone');
  }
}
