import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Log } from '#indexer/pipeline/log.ts';
import { errorFields } from '../logs/logs.ts';

/**
 * The largest message a front end sends: a question of 10,000 characters or a path of 32,768, with room.
 * Anything longer is an attack on memory, and its connection is closed (1009).
 */
export const largestRequestBytes = 256 * 1024;

export interface EngineSocket {
  close(): Promise<void>;
}

/**
 * Listens for front ends at `address` (see engineAddress), mode 0600. Call it with the library's lock held:
 * then a socket file that is still there was left by a process that died, and is removed.
 */
export async function serveSocket(
  address: string,
  accept: (socket: WebSocket) => void,
  log: Log,
): Promise<EngineSocket> {
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(address, { force: true });
  const server = createServer((_request, response) => response.writeHead(426).end());
  const sockets = new WebSocketServer({
    server,
    path: '/engine',
    maxPayload: largestRequestBytes,
    perMessageDeflate: false,
  });
  sockets.on('connection', (socket) => {
    socket.on('error', (error) => log.warn('socket-error', errorFields(error)));
    accept(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    sockets.on('error', (error) => log.error('socket-server-error', errorFields(error)));
    server.listen(address, resolve);
  });
  if (isFile) chmodSync(address, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.close(1001);
        server.close(() => resolve());
        setTimeout(() => {
          for (const socket of sockets.clients) socket.terminate();
        }, 500).unref();
      }),
  };
}
