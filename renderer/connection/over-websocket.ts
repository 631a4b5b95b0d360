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
    return { link: new RPCLink({ websocket: socket }), closed, close: abandon } satisfies Channel;
  };
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
