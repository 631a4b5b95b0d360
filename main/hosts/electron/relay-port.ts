import type { RawData, WebSocket } from 'ws';
import { portEnded } from '#main/contract/desktop.ts';
import type { ShellPort } from './platform.ts';

/**
 * Passes messages between a page's port and an engine's socket, unread: oRPC speaks the same over both. Either
 * side's end ends the other; the page then asks for a new port.
 */
export function relayPort(page: ShellPort, engineSocket: () => Promise<WebSocket>): void {
  const closed = new AbortController();
  page.on('close', () => closed.abort());
  engineSocket().then(
    (engine) => join(page, engine, closed.signal),
    () => end(page),
  );
}

function join(page: ShellPort, engine: WebSocket, closed: AbortSignal): void {
  if (closed.aborted) {
    engine.close();
    return;
  }
  closed.addEventListener('abort', () => engine.close());
  engine.on('close', () => end(page));
  engine.on('message', (data, isBinary) => page.postMessage(isBinary ? bytesOf(data) : data.toString()));
  page.on('message', ({ data }) => {
    if (isFrame(data)) engine.send(data);
    else end(page);
  });
  page.start();
}

function end(page: ShellPort): void {
  page.postMessage(portEnded);
  page.close();
}

/** oRPC sends text or bytes; anything else comes from someone who took over the page. */
function isFrame(data: unknown): data is string | Uint8Array | ArrayBuffer {
  return typeof data === 'string' || data instanceof Uint8Array || data instanceof ArrayBuffer;
}

/** A copy in plain bytes: ports do not carry Node's buffers. */
function bytesOf(data: RawData): Uint8Array {
  return new Uint8Array(Array.isArray(data) ? Buffer.concat(data) : data);
}
