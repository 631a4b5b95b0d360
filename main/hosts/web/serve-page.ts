import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Fault } from '#main/contract/fault.ts';
import { largestRequestBytes } from '#main/hosts/services/socket/serve.ts';
import { type Asset, findAssets } from './assets.ts';
import { createGate, type Gate, securityHeaders, subprotocol } from './gate.ts';
import { relay } from './relay.ts';

const loopback = '127.0.0.1';
/** A browser opens a handful; more is a program trying to use up the descriptors. */
const mostConnections = 64;

export interface PageOptions {
  /** The folder of the built page. */
  readonly assetsDir: string;
  /** A fresh socket to the engine, for each page that connects. */
  readonly engineSocket: () => Promise<WebSocket>;
  /** 0 for any free port. */
  readonly port: number;
}

export interface Page {
  /** With the token in the fragment, which no browser sends over the network. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the page to this computer alone. Its files are public, what it shows is not: the engine is reached by a
 * WebSocket that takes the token and our own origin. Throws Faults `port-in-use`, `not-found`.
 */
export async function servePage({ assetsDir, engineSocket, port }: PageOptions): Promise<Page> {
  const assets = findAssets(assetsDir);
  const server = createServer();
  server.maxConnections = mostConnections;
  const bound = await listen(server, port);
  const gate = createGate(bound);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestRequestBytes,
    perMessageDeflate: false,
    handleProtocols: () => subprotocol,
  });
  server.on('request', (request, response) => answer(request, response, gate, assets));
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    if (request.url !== '/engine') refuse(stream, '404 Not Found');
    else if (!gate.isOurPage(request)) refuse(stream, '403 Forbidden');
    else sockets.handleUpgrade(request, stream, head, (page) => relay(page, engineSocket));
  });
  return {
    url: `http://${loopback}:${bound}/#${gate.token}`,
    port: bound,
    close: () => close(server, sockets),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(busy ? new Fault('port-in-use', { port }, error) : error);
    });
    server.listen(port, loopback, () => resolve((server.address() as AddressInfo).port));
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  assets: ReadonlyMap<string, Asset>,
): void {
  const asset = requested(request, gate, assets);
  if (typeof asset === 'number') {
    response.writeHead(asset, securityHeaders).end();
    return;
  }
  response.writeHead(200, { ...securityHeaders, 'content-type': asset.contentType });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const file = createReadStream(asset.path);
  file.on('error', () => response.destroy());
  file.pipe(response);
}

/** The file that is asked for, or the status that says why there is none. */
function requested(request: IncomingMessage, gate: Gate, assets: ReadonlyMap<string, Asset>): Asset | number {
  if (!gate.namesUs(request)) return 421;
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
  return assets.get((request.url ?? '').split('?', 1)[0] ?? '') ?? 404;
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function close(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const page of sockets.clients) page.terminate();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
