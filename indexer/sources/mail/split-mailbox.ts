/** One message of a mailbox: a view of the mailbox's own bytes, or a copy where quoted lines had to be restored. */
export interface MailboxMessage {
  readonly bytes: Uint8Array;
  /** The line that starts it, without `From `: an address and a date. */
  readonly envelope: string;
  /** Where what follows it begins. */
  readonly end: number;
  /** It said to be longer than it is. */
  readonly lied: boolean;
}

/** How a stretch of a mailbox is split. */
export interface MailboxStretch {
  /** The mailbox ends with it: what has no end in it ends there. */
  readonly isEnd: boolean;
  /** Separators of this mailbox have dates. */
  readonly isDated: boolean;
  /** A message may say to reach beyond the stretch; where that was a lie too often, it is not looked for there. */
  readonly believesLengths: boolean;
}

const lineFeed = 10;
const carriageReturn = 13;
/** No separator is longer: against a search for the end of a line of 200 MB for each `From `. */
const longestLine = 1_000;
/** Where Content-Length is looked for. */
const longestHead = 65_536;
/** A separator with the line that must follow it. */
const separatorBytes = 2 * longestLine + 16;
/** The empty line before one. */
const gapBytes = 4;

/** True for bytes that begin as a mailbox in the mbox format does (RFC 4155). */
export function isMailbox(head: Uint8Array): boolean {
  const bytes = asBuffer(head);
  const envelope = envelopeAt(bytes, 0);
  return envelope !== null && isDated(envelope) && startsMessage(bytes, 0, true);
}

/** True where the separators of a mailbox that begins with these bytes have dates. */
export function hasDatedSeparators(head: Uint8Array): boolean {
  return isDated(envelopeAt(asBuffer(head), 0) ?? '');
}

/**
 * The messages of a mailbox, or of a stretch of one that begins with a message, in each of the variants: mboxo and
 * mboxrd quote lines that begin with `From ` by `>`, mboxcl and mboxcl2 say how long a body is, and some programs do
 * neither, so that a separator must look like one. Those whose end is not in the stretch are left to the next one.
 */
export function* splitMailbox(file: Uint8Array, stretch: MailboxStretch): Iterable<MailboxMessage> {
  const bytes = asBuffer(file);
  let at = afterLineEnds(bytes, 0);
  while (at < bytes.length) {
    const start = lineEnd(bytes, at) + 1;
    if (!stretch.isEnd && start > bytes.length) return;
    const said = endByLength(bytes, start, stretch);
    if (said === 'beyond') return;
    const end = typeof said === 'number' ? said : nextSeparator(bytes, start, stretch);
    if (end === null) return;
    const message = bytes.subarray(start, end);
    const isQuoted = typeof said !== 'number' || !message.includes('\nFrom ');
    const envelope = envelopeAt(bytes, at) ?? '';
    at = afterLineEnds(bytes, end);
    yield { bytes: isQuoted ? unquoted(message) : message, envelope, end: at, lied: said === 'lie' };
  }
}

/** Where the next message begins in a stretch that begins inside of one; null where none is seen to. */
export function findMessage(file: Uint8Array, stretch: MailboxStretch): number | null {
  return nextSeparator(asBuffer(file), 1, stretch);
}

/** From where on a stretch may hold a separator that its end cuts through, with the empty line before it. */
export function undecidedFrom(file: Uint8Array): number {
  return Math.max(0, file.length - separatorBytes - gapBytes);
}

/** The beginning of the message that a stretch begins with. */
export function beginningOf(file: Uint8Array, mostBytes: number): Omit<MailboxMessage, 'end' | 'lied'> {
  const bytes = asBuffer(file);
  const at = afterLineEnds(bytes, 0);
  const start = lineEnd(bytes, at) + 1;
  return {
    bytes: unquoted(bytes.subarray(start, start + mostBytes)),
    envelope: envelopeAt(bytes, at) ?? '',
  };
}

/** null where the stretch ends before it can be told. */
function nextSeparator(bytes: Buffer, from: number, stretch: MailboxStretch): number | null {
  // A message may be nothing: the next separator follows at once.
  for (let at = bytes.indexOf('\nFrom ', from - 1); at !== -1; at = bytes.indexOf('\nFrom ', at + 1)) {
    if (!stretch.isEnd && at + separatorBytes > bytes.length) return null;
    if (startsMessage(bytes, at + 1, stretch.isDated)) return at + 1;
  }
  return stretch.isEnd ? bytes.length : null;
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

/**
 * Where the body ends by its Content-Length; `none` without one; a `lie` where that leads to no separator, for some
 * programs let it lie; `beyond` where the stretch ends before it can be told.
 */
function endByLength(
  bytes: Buffer,
  start: number,
  { isEnd, believesLengths }: MailboxStretch,
): number | 'none' | 'lie' | 'beyond' {
  const head = bytes.toString('latin1', start, start + longestHead);
  const headLength = /\r?\n\r?\n/.exec(head);
  if (headLength === null) return !isEnd && head.length < longestHead ? 'beyond' : 'none';
  const said = /^content-length:[ \t]*(\d{1,12})[ \t]*\r?$/im.exec(head.slice(0, headLength.index + 1))?.[1];
  if (said === undefined) return 'none';
  const end = start + headLength.index + headLength[0].length + Number(said);
  if (!isEnd && end + separatorBytes > bytes.length) return believesLengths ? 'beyond' : 'lie';
  if (end > bytes.length) return 'lie';
  let next = end;
  while (next < end + gapBytes && isLineEnd(bytes[next])) next += 1;
  const startsLine = next > end || isLineEnd(bytes[end - 1]);
  return next === bytes.length || (startsLine && envelopeAt(bytes, next) !== null) ? end : 'lie';
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

function afterLineEnds(bytes: Buffer, at: number): number {
  let after = at;
  while (isLineEnd(bytes[after])) after += 1;
  return after;
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(lineFeed, at);
  return end === -1 ? bytes.length : end;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
