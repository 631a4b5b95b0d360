import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from 'vitest';
import { takeSystemProxy } from './system-proxy.ts';
import { openHub } from './testing/hub.ts';

it('goes through the proxy of the system, but to this computer and where no proxy is wanted', async () => {
  const hub = await openHub((request, response) => response.end(request.headers.host));
  const tunnelled: (string | undefined)[] = [];
  const proxy = createServer().on('connect', (request, socket) => {
    tunnelled.push(request.url);
    const onward = connect(Number(new URL(hub.address).port), '127.0.0.1');
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  takeSystemProxy({
    http_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    no_proxy: 'direct.invalid',
  });
  const text = async (url: string): Promise<string> => (await fetch(url)).text();
  expect(await text('http://hub.invalid/model')).toBe('hub.invalid');
  expect(await text(hub.address)).toBe(new URL(hub.address).host);
  await expect(text('http://direct.invalid/')).rejects.toThrow('fetch failed');
  expect(tunnelled).toEqual(['hub.invalid:80']);
  proxy.closeAllConnections();
  proxy.close();
  hub.close();
});
