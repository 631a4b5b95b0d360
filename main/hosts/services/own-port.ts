import type { ServicePort } from './service.ts';

/** The port of a service to the process that started it: Electron's parent port, or Node's process channel. */
export function ownPort(): ServicePort {
  const { parentPort } = process as { parentPort?: ServicePort };
  return parentPort ?? processPort();
}

function processPort(): ServicePort {
  return {
    postMessage: (message) => {
      if (process.connected) process.send?.(message);
    },
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void): void => {
      if (event === 'message') process.on('message', (data) => listener({ data }));
      else process.on('disconnect', () => listener({ data: undefined }));
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
