import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this computer in the place of the hub. */
export interface TestHub {
  readonly address: string;
  /** What was asked for, in order: `HEAD /a/b/resolve/main/c`. */
  readonly asked: readonly string[];
  close(): void;
}

export async function openHub(answer: RequestListener): Promise<TestHub> {
  const asked: string[] = [];
  const server: Server = createServer((request: IncomingMessage, response) => {
    asked.push(`${request.method} ${request.url}`);
    void answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
