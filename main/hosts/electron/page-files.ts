import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { securityHeaders } from '#main/hosts/web/gate.ts';
import { isPage } from './page-address.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** As on the web host, without the way back to a server: the desktop page talks through its port alone. */
const headers: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': (securityHeaders['content-security-policy'] ?? '').replace(
    "connect-src 'self'",
    "connect-src 'none'",
  ),
};

/**
 * Answers requests of the page's scheme with the files under `root` and with nothing else: the file's real path,
 * links followed, must lie inside the real root.
 */
export function createPageFiles(root: string): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers });
    const file = isPage(url) ? await fileInside(root, new URL(url).pathname) : null;
    const contentType = contentTypes[extname(file ?? '')];
    if (file === null || contentType === undefined) return new Response(null, { status: 404, headers });
    const body = method === 'HEAD' ? null : new Uint8Array(await readFile(file));
    return new Response(body, { status: 200, headers: { ...headers, 'content-type': contentType } });
  };
}

/** The real path of the file at a URL's path, or null where it is not there or not inside the root. */
async function fileInside(root: string, urlPath: string): Promise<string | null> {
  try {
    const realRoot = await realpath(root);
    const file = await realpath(join(realRoot, decodeURIComponent(urlPath)));
    // With the separator: "/app/page-secret" starts with "/app/page" too.
    return file.startsWith(realRoot + sep) ? file : null;
  } catch {
    // Not there, a malformed escape, a NUL: all are not found.
    return null;
  }
}
