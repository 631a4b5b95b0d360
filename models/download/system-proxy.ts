import * as http from 'node:http';

let isSet = false;

/**
 * From now on `fetch` of this process goes through the proxy that HTTPS_PROXY and HTTP_PROXY name, but for the hosts of
 * NO_PROXY, which the addresses of this computer are among. Only downloads use the network, so nothing else is changed by it.
 */
export function takeSystemProxy(env: NodeJS.ProcessEnv = process.env): void {
  if (isSet) return;
  isSet = true;
  // Known from Node 24.14 on; Electron may be built with an earlier one.
  if (typeof http.setGlobalProxyFromEnv !== 'function') return;
  http.setGlobalProxyFromEnv(withoutOwn(env));
}

function withoutOwn(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const noProxy = [env['no_proxy'] ?? env['NO_PROXY'], '127.0.0.1', 'localhost', '::1'];
  return { ...env, no_proxy: noProxy.filter((part) => part !== undefined && part !== '').join(',') };
}
