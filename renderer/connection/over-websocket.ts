import type { ClientContext } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { takeToken } from './token.ts';
import { type Channel, NoChannel, type Transport } from './transport.ts';

/** Lines to the web host this page came from; the key travels as a second subprotocol, never in an address. */
export function overWebSocket(): Transport {
  const token = takeToken();
  return async (signal) => {
    if (token === null) throw new NoChannel('locked');
    const socket = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/engine`,
      ['quipu', token],
    );
    const closed = new Promise<void>((resolve) => {
      socket.addEventListener('close', () => resolve(), { once: true });
    });
    const abandon = () => socket.close();
    signal.addEventListener('abort', abandon, { once: true });
    const opened = new Promise<true>((resolve) => {
      socket.addEventListener('open', () => resolve(true), { once: true });
    });
    if ((await Promise.race([opened, closed])) !== true) throw new NoChannel(await whyRefused(signal));
    return { link: linkOver(socket), closed, close: abandon } satisfies Channel;
  };
}

/**
 * oRPC tells the other side of each stream that it was left, after the line broke too, and nobody awaits that message:
 * its failure would be an error of the page. On a closed socket it goes nowhere; a new call fails before it is sent.
 */
function linkOver(socket: WebSocket): RPCLink<ClientContext> {
  const isOpen = (): boolean => socket.readyState === WebSocket.OPEN;
  return new RPCLink({
    websocket: {
      readyState: WebSocket.OPEN,
      send: (data) => {
        if (isOpen()) socket.send(data);
      },
      addEventListener: socket.addEventListener.bind(socket),
      removeEventListener: socket.removeEventListener.bind(socket),
    },
    interceptors: [
      ({ next }) => {
        if (!isOpen()) throw new DOMException('The connection is closed', 'AbortError');
        return next();
      },
    ],
  });
}

/** A browser does not say why a WebSocket was refused; a host that still serves the page has refused its key. */
async function whyRefused(signal: AbortSignal): Promise<NoChannel['reason']> {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal });
    return answer.ok ? 'locked' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
