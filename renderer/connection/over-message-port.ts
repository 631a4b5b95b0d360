import { RPCLink } from '@orpc/client/message-port';
import { portEnded, portHanded, portWanted } from '#main/contract/desktop.ts';
import { type Channel, NoChannel, type Transport } from './transport.ts';

const patienceMs = 10_000;

/** Lines to the engine through ports that Electron's preload script hands over, one for each time it is asked. */
export function overMessagePort(): Transport {
  return async (signal) => {
    const port = await nextPort(signal);
    const ended = new EventTarget();
    const closed = new Promise<void>((resolve) => {
      ended.addEventListener('close', () => resolve(), { once: true });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const link = new RPCLink({ port: endingPort(port, ended) });
    port.start();
    return { link, closed, close: () => port.close() } satisfies Channel;
  };
}

/** The port as oRPC takes it: the other side's last message becomes the close event that browsers do not send. */
function endingPort(
  port: MessagePort,
  ended: EventTarget,
): Pick<MessagePort, 'addEventListener' | 'postMessage'> {
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== portEnded) return;
    port.close();
    ended.dispatchEvent(new Event('close'));
  });
  const addEventListener = (type: string, listener: EventListener) => {
    if (type === 'close') return ended.addEventListener(type, listener);
    port.addEventListener(type, (event) => {
      if (!(event instanceof MessageEvent && event.data === portEnded)) listener(event);
    });
  };
  return { addEventListener, postMessage: port.postMessage.bind(port) };
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
