import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { Fault } from '#main/contract/fault.ts';

export interface Asset {
  readonly path: string;
  readonly contentType: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * The page's files by the path of their URL, found once. A request is answered from this list and from nothing
 * else, so no path in a request can lead out of the folder. Throws Fault `not-found` where the page is not built.
 */
export function findAssets(dir: string): ReadonlyMap<string, Asset> {
  if (!existsSync(join(dir, 'index.html'))) {
    throw new Fault('not-found', { what: 'The built page (make it with: npm run build)' });
  }
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    assets.set(`/${relative(dir, path).split(sep).join('/')}`, { path, contentType });
  }
  const index = assets.get('/index.html');
  if (index !== undefined) assets.set('/', index);
  return assets;
}
