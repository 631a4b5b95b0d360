import type { ServiceExit, ServiceName } from '#main/hosts/services/service.ts';
import type { ShellPort } from './platform.ts';

/** A utility process and our end of the channel to it, which has not been started. */
export interface Utility {
  readonly pid: number;
  readonly port: ShellPort;
  readonly exited: Promise<ServiceExit>;
  kill(): void;
}

export type StartUtility = (name: ServiceName, env: Readonly<Record<string, string>>) => Promise<Utility>;
