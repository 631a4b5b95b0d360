import type { Email } from 'postal-mime';

/** S/MIME without a type of its own is enveloped (RFC 8551 3.2.2); these are not. */
const openTypes = /smime-type\s*=\s*"?(?:signed-data|certs-only|compressed-data)/i;

/** True where all of a mail but its headers is encrypted: S/MIME (RFC 8551) or PGP/MIME (RFC 3156). */
export function isEnciphered(mail: Email): boolean {
  const type = typeOf(mail);
  return /^\s*multipart\/encrypted\b/i.test(type) || (isEnvelope(mail) && !openTypes.test(type));
}

/** True where a mail is one S/MIME object, encrypted or signed. */
export function isEnvelope(mail: Email): boolean {
  return /^\s*application\/(?:x-)?pkcs7-mime\b/i.test(typeOf(mail));
}

function typeOf({ headers }: Email): string {
  return headers.find(({ key }) => key === 'content-type')?.value ?? '';
}

/** A body without the encrypted blocks that stand in it (RFC 4880 6.2), and whether there were any. */
export function withoutEnciphered(body: string): { readonly text: string; readonly found: boolean } {
  const text = withoutBlocks(body, 'MESSAGE');
  return { text: withoutSignature(text), found: text !== body };
}

/** A clear-signed body without what the signature put around it (RFC 4880 7). */
function withoutSignature(body: string): string {
  if (!body.includes('-----BEGIN PGP SIGNED MESSAGE-----')) return body;
  const opened = body.replace(/-----BEGIN PGP SIGNED MESSAGE-----\s*(?:Hash:.{0,100}\s)?/, '');
  return withoutBlocks(opened, 'SIGNATURE').replace(/^- (?=-)/gm, '');
}

function withoutBlocks(body: string, kind: string): string {
  const [begin, end] = [`-----BEGIN PGP ${kind}-----`, `-----END PGP ${kind}-----`];
  let kept = '';
  let at = 0;
  for (let from = body.indexOf(begin); from !== -1; from = body.indexOf(begin, at)) {
    const to = body.indexOf(end, from);
    if (to === -1) break;
    kept += body.slice(at, from);
    at = to + end.length;
  }
  return at === 0 ? body : kept + body.slice(at);
}
