import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The WebSocket subprotocol of the page; the token follows it as a second one. */
export const subprotocol = 'quipu';

/**
 * What the page may do: load its own files and talk to where it came from. No inline script or style, no frame, no
 * form, no other host: text out of a file that got into the page as markup could neither run nor reach anyone.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Who may come in: decided from a request's headers alone, before anything is read or opened for it. */
export interface Gate {
  readonly token: string;
  /** The request names this server, and no name that a rebound DNS entry points here. */
  namesUs(request: IncomingMessage): boolean;
  /** A WebSocket of our own page that knows the token. Browsers always send the origin; nothing else may connect. */
  isOurPage(request: IncomingMessage): boolean;
}

export function createGate(port: number): Gate {
  const token = randomBytes(32).toString('base64url');
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const namesUs = ({ headers }: IncomingMessage): boolean => hosts.has(headers.host ?? '');
  return {
    token,
    namesUs,
    isOurPage: (request) =>
      namesUs(request) &&
      request.headers.origin === `http://${request.headers.host}` &&
      sameText(offeredToken(request), token),
  };
}

function offeredToken({ headers }: IncomingMessage): string {
  const [name, token] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
  return name === subprotocol ? (token ?? '') : '';
}

/** Compares in a time that tells nothing of where the texts differ. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
