import type { SecretSpan } from './secret-span.ts';

/** RFC 7468, RFC 4716 (`---- BEGIN SSH2`) and OpenPGP armour alike. */
const begin = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
const end = /-{4,5} ?END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
/** An RSA key of 16,384 bits is 13,000 characters; with names and signatures a PGP key may be some times that. */
const mostChars = 65_536;
/** Lines of a key whose end was cut off. */
const mostLines = 2_000;
/** Base64, quoted or indented, and armour's own fields. */
const bodyLine = /^[\s>|*]{0,8}(?:[A-Za-z0-9+/=\\]{0,200}|[A-Za-z-]{4,20}: [^\n]{0,200})\s{0,8}$/;
const puttyBegin = 'PuTTY-User-Key-File-';
const puttyEnd = /\nPrivate-MAC: [a-f0-9]{1,128}/g;

export function findPrivateKeys(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  if (!text.includes('PRIVATE KEY') && !text.includes(puttyBegin)) return spans;
  let done = 0;
  for (const { index, 0: line } of text.matchAll(begin)) {
    if (index < done) continue;
    done = keyEnd(text, index + line.length);
    // A text about keys shows the line and no key.
    if (/[A-Za-z0-9+/]{16}/.test(text.slice(index + line.length, done)))
      spans.push({ start: index, end: done, kind: 'private key' });
  }
  for (let at = text.indexOf(puttyBegin); at !== -1; at = text.indexOf(puttyBegin, done)) {
    done = endWithin(text, puttyEnd, at + puttyBegin.length) ?? lineEnd(text, at);
    spans.push({ start: at, end: done, kind: 'private key' });
  }
  return spans;
}

function keyEnd(text: string, from: number): number {
  const marked = endWithin(text, end, from);
  if (marked !== null) return marked;
  let at = from;
  let last = from;
  for (let line = 0; line < mostLines && at < text.length; line += 1) {
    const until = Math.min(lineEnd(text, at), at + 250);
    const content = text.slice(at, until);
    if (!bodyLine.test(content)) break;
    if (content.trim() !== '') last = at + content.trimEnd().length;
    at = until + 1;
  }
  return last;
}

/** Looks no further than the next key's beginning, so that a thousand beginnings are not a thousand searches. */
function endWithin(text: string, mark: RegExp, from: number): number | null {
  const next = text.indexOf('BEGIN ', from);
  const window = text.slice(from, Math.min(from + mostChars, next === -1 ? text.length : next));
  mark.lastIndex = 0;
  const found = mark.exec(window);
  return found === null ? null : from + found.index + found[0].length;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
