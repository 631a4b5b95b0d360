/** The message channel to a service: the shape that oRPC's message-port adapter takes in every environment. */
export interface ServicePort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
}

export type ServiceName = 'engine' | 'models' | 'parser';

export interface ServiceExit {
  /** The exit code, or null after a signal. */
  readonly code: number | null;
  /** `memory` where the guard ended the process for its size, else null. */
  readonly reason: 'memory' | null;
}

/** A running child service: a utility process in Electron, a child process elsewhere. */
export interface ServiceProcess {
  readonly name: ServiceName;
  readonly pid: number;
  readonly port: ServicePort;
  /** Resolves once, when the process has ended. */
  readonly exited: Promise<ServiceExit>;
  /** Ends it at once; asking nicely is the caller's business, over the port. */
  kill(): void;
}

/** Starts services; the only thing that differs between Electron and Node. */
export interface ServiceSpawner {
  spawn(name: ServiceName, env: Readonly<Record<string, string>>): Promise<ServiceProcess>;
}
