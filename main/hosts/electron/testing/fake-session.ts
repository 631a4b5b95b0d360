import { EventEmitter } from 'node:events';
import type { ShellSession } from '../platform.ts';

/** A session that can be asked what it would allow. */
export class FakeSession extends EventEmitter implements ShellSession {
  answerPage: ((request: Request) => Promise<Response>) | null = null;
  cancels: (url: string) => boolean = () => false;
  grantsRequest: (permission: string) => boolean = () => true;
  grantsCheck: (permission: string, origin: string) => boolean = () => true;
  grantsDevice: () => boolean = () => true;
  spelling = true;
  readonly protocol = {
    handle: (_scheme: string, answer: (request: Request) => Promise<Response>): void => {
      this.answerPage = answer;
    },
  };
  readonly webRequest: ShellSession['webRequest'] = {
    onBeforeRequest: (listener) => {
      this.cancels = (url) => {
        let cancelled = false;
        listener({ url }, ({ cancel }) => {
          cancelled = cancel === true;
        });
        return cancelled;
      };
    },
  };
  setPermissionRequestHandler: ShellSession['setPermissionRequestHandler'] = (handler) => {
    this.grantsRequest = (permission) => {
      let granted = true;
      handler(null, permission, (answer) => {
        granted = answer;
      });
      return granted;
    };
  };
  setPermissionCheckHandler: ShellSession['setPermissionCheckHandler'] = (handler) => {
    this.grantsCheck = (permission, origin) => handler(null, permission, origin);
  };
  setDevicePermissionHandler(handler: () => boolean): void {
    this.grantsDevice = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spelling = enabled;
  }
}
