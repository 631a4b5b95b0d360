import type { ServicePort } from './service.ts';

/** A port as Electron gives it to a service's process: nothing arrives before it is started. */
export interface StartedPort extends ServicePort {
  start(): void;
}

/** Where ports can be handed over: Electron's parent port, and every port that came over it. */
export interface HandingPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly StartedPort[] }) => void,
  ): unknown;
}

/** Electron's channel to whoever started this utility process; undefined in a plain Node process. */
function parentPort(): HandingPort | undefined {
  return (process as { parentPort?: HandingPort }).parentPort;
}

/** Whether this service runs in Electron, where only the host can start processes. */
export function inElectron(): boolean {
  return parentPort() !== undefined;
}

/** The port of a service to whoever it serves: Node's process channel, or the port that Electron's host hands over. */
export function ownPort(): ServicePort & HandingPort {
  const parent = parentPort();
  return parent === undefined ? processPort() : handedPort(parent);
}

/** The host's first message brings the port. It may lead to the engine: then nothing passes through the host. */
export function handedPort(parent: HandingPort): ServicePort & HandingPort {
  const handed = new Promise<StartedPort>((resolve) => {
    parent.on('message', ({ ports: [port] }) => {
      if (port === undefined) return;
      resolve(port);
      // After the listeners that are waiting for it.
      setImmediate(() => port.start());
    });
  });
  return {
    postMessage: (message) => void handed.then((port) => port.postMessage(message)),
    on: (event: 'message' | 'close', listener: (event: never) => void): void => {
      void handed.then((port) => port.on(event as 'message', listener as (event: unknown) => void));
    },
  };
}

function processPort(): ServicePort & HandingPort {
  return {
    postMessage: (message) => {
      if (process.connected) process.send?.(message);
    },
    on: (event: 'message' | 'close', listener: (event: { data: unknown; ports: [] }) => void): void => {
      if (event === 'message') process.on('message', (data) => listener({ data, ports: [] }));
      else process.on('disconnect', () => listener({ data: undefined, ports: [] }));
    },
  };
}

/**
 * What every service does first beside its guard: leave Ctrl-C to the host, which stops its services in order
 * (a terminal sends it to the whole group), and end when the host lets go of the channel.
 */
export function followHost(): void {
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.on('disconnect', () => process.exit(0));
}
