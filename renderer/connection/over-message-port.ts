import { RPCLink } from '@orpc/client/message-port';
import { portHanded, portWanted } from '#main/contract/desktop.ts';
import { type Channel, NoChannel, type Transport } from './transport.ts';

const patienceMs = 10_000;

/** Lines to the engine through ports that Electron's preload script hands over, one for each time it is asked. */
export function overMessagePort(): Transport {
  return async (signal) => {
    const port = await nextPort(signal);
    const closed = new Promise<void>((resolve) => {
      port.addEventListener('close', () => resolve(), { once: true });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const link = new RPCLink({ port });
    port.start();
    return { link, closed, close: () => port.close() } satisfies Channel;
  };
}

function nextPort(signal: AbortSignal): Promise<MessagePort> {
  const { promise, resolve, reject } = Promise.withResolvers<MessagePort>();
  const listen = (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source === window && event.data === portHanded && port !== undefined) resolve(port);
  };
  const giveUp = () => reject(new NoChannel('unreachable'));
  const timer = setTimeout(giveUp, patienceMs);
  signal.addEventListener('abort', giveUp, { once: true });
  window.addEventListener('message', listen);
  window.postMessage(portWanted, location.origin);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    window.removeEventListener('message', listen);
  });
}
