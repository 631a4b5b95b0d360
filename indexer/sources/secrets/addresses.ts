import type { SecretSpan } from './secret-span.ts';
import { isPlaceholder } from './shapes.ts';

/** RFC 3986 3.2.1: what stands before the host; longer is no address that anyone writes. */
const mostChars = 400;

/** Passwords in addresses: `https://anna:…@host`, `postgres://app:…@db/house`. */
export function findAddressPasswords(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const from = at + 3;
    const authority = /^[^\s"'<>`/?#]*/.exec(text.slice(from, from + mostChars))?.[0] ?? '';
    const host = authority.lastIndexOf('@');
    const colon = authority.indexOf(':');
    if (colon === -1 || host <= colon + 1) continue;
    const password = authority.slice(colon + 1, host);
    if (password.length < 3 || isPlaceholder(password)) continue;
    spans.push({ start: from + colon + 1, end: from + host, kind: 'password' });
  }
  return spans;
}
