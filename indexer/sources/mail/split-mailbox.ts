/** One message of a mailbox: a view of the mailbox's own bytes, or a copy where quoted lines had to be restored. */
export interface MailboxMessage {
  readonly bytes: Uint8Array;
  /** The line that starts it, without `From `: an address and a date. */
  readonly envelope: string;
}

const lineFeed = 10;
const carriageReturn = 13;
/** No separator is longer: against a search for the end of a line of 200 MB for each `From `. */
const longestLine = 1_000;
/** Where Content-Length is looked for. */
const longestHead = 65_536;
/** True for bytes that begin as a mailbox in the mbox format does (RFC 4155). */
export function isMailbox(head: Uint8Array): boolean {
  const bytes = asBuffer(head);
  const envelope = envelopeAt(bytes, 0);
  return envelope !== null && isDated(envelope) && startsMessage(bytes, 0, true);
}

/**
 * The messages of a mailbox in each of the variants: mboxo and mboxrd quote lines that begin with `From ` by `>`,
 * mboxcl and mboxcl2 say how long a body is, and some programs do neither, so that a separator must look like one.
 */
export function* splitMailbox(file: Uint8Array): Iterable<MailboxMessage> {
  const bytes = asBuffer(file);
  const needsDate = isDated(envelopeAt(bytes, 0) ?? '');
  let at = 0;
  while (at < bytes.length) {
    const start = lineEnd(bytes, at) + 1;
    const said = endByLength(bytes, start);
    const end = said ?? nextSeparator(bytes, start, needsDate);
    const message = bytes.subarray(start, end);
    const isQuoted = said === null || !message.includes('\nFrom ');
    yield { bytes: isQuoted ? unquoted(message) : message, envelope: envelopeAt(bytes, at) ?? '' };
    at = end;
    while (isLineEnd(bytes[at])) at += 1;
  }
}

function nextSeparator(bytes: Buffer, from: number, needsDate: boolean): number {
  // A message may be nothing: the next separator follows at once.
  for (let at = bytes.indexOf('\nFrom ', from - 1); at !== -1; at = bytes.indexOf('\nFrom ', at + 1))
    if (startsMessage(bytes, at + 1, needsDate)) return at + 1;
  return bytes.length;
}

/** A body that quotes nothing may hold a line that begins with `From `; it is followed by text, not by headers. */
function startsMessage(bytes: Buffer, at: number, needsDate: boolean): boolean {
  const envelope = envelopeAt(bytes, at);
  if (envelope === null) return false;
  const afterGap = at === 0 || followsEmptyLine(bytes, at);
  const next = bytes.toString('latin1', lineEnd(bytes, at) + 1, lineEnd(bytes, at) + longestLine);
  const headers = /^(?:>From |[!-9;-~]{1,100}:)/.test(next);
  if (!isDated(envelope)) return !needsDate && afterGap && headers;
  return headers || (afterGap && /^(?:\r?\n|$)/.test(next));
}

/** As asctime writes dates: a time and a year, with more around them in some programs. */
function isDated(envelope: string): boolean {
  return /\b\d{1,2}:\d\d\b/.test(envelope) && /\b(?:19|20)\d\d\b/.test(envelope);
}

function envelopeAt(bytes: Buffer, at: number): string | null {
  const end = lineEnd(bytes, at);
  if (end - at > longestLine) return null;
  const line = bytes.toString('latin1', at, end);
  return line.startsWith('From ') ? line.slice('From '.length).trimEnd() : null;
}

/** Where the body ends by its Content-Length; null where that leads to no separator, for some programs let it lie. */
function endByLength(bytes: Buffer, start: number): number | null {
  const head = bytes.toString('latin1', start, start + longestHead);
  const headLength = /\r?\n\r?\n/.exec(head);
  if (headLength === null) return null;
  const said = /^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(head.slice(0, headLength.index + 1))?.[1];
  if (said === undefined) return null;
  const end = start + headLength.index + headLength[0].length + Number(said);
  if (end > bytes.length) return null;
  let next = end;
  while (next < end + 4 && isLineEnd(bytes[next])) next += 1;
  const startsLine = next > end || isLineEnd(bytes[end - 1]);
  return next === bytes.length || (startsLine && envelopeAt(bytes, next) !== null) ? end : null;
}

/** mboxrd puts one `>` before each `From ` that may have some already; mboxo only before a bare one. */
function unquoted(message: Buffer): Buffer {
  if (!message.includes('\n>')) return message;
  const text = message.toString('latin1');
  const plain = text.replace(/^>(>*From )/gm, '$1');
  return plain === text ? message : Buffer.from(plain, 'latin1');
}

function followsEmptyLine(bytes: Buffer, at: number): boolean {
  const before = bytes[at - 2] === carriageReturn ? at - 3 : at - 2;
  return bytes[before] === lineFeed;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === lineFeed || byte === carriageReturn;
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(lineFeed, at);
  return end === -1 ? bytes.length : end;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
