/** Longer lines are pictures and attachments in base64, kept out of the way of the parser. */
const longestLine = 200_000;

/** A part of a calendar or address book between its BEGIN and END. */
export interface ContentPart {
  /** In capitals: VEVENT, VCARD. */
  readonly name: string;
  /** Its own lines, unfolded, without those of parts inside of it (alarms). */
  readonly lines: readonly string[];
  /** All of its lines with those of the parts inside of it and their marks. */
  readonly allLines: readonly string[];
  /** False where its END is missing. */
  readonly isWhole: boolean;
}

/**
 * Takes a file of content lines (RFC 5545, RFC 6350, vCard 2.1) apart into the parts with the given names, so that a
 * broken one costs none of the others. Lines outside of any part come as a part without a name.
 */
export function* contentParts(text: string, names: ReadonlySet<string>): Iterable<ContentPart> {
  let open: { name: string; lines: string[]; allLines: string[]; inner: string[] } | null = null;
  const outside: string[] = [];
  for (const line of contentLines(text)) {
    const [, mark = '', value = ''] = /^(BEGIN|END)[ \t]*:[ \t]*([\w-]+)\s*$/i.exec(line) ?? [];
    const name = value.toUpperCase();
    if (mark.toUpperCase() === 'BEGIN' && names.has(name)) {
      if (open !== null) yield { ...open, isWhole: false };
      open = { name, lines: [], allLines: [], inner: [] };
    } else if (open === null) {
      if (mark === '' && outside.length < 1_000) outside.push(line);
    } else if (mark === '') {
      open.allLines.push(line);
      if (open.inner.length === 0) open.lines.push(line);
    } else if (mark.toUpperCase() === 'BEGIN') {
      open.allLines.push(line);
      open.inner.push(name);
    } else if (name === open.name) {
      yield { ...open, isWhole: true };
      open = null;
    } else {
      open.allLines.push(line);
      open.inner.pop();
    }
  }
  if (open !== null) yield { ...open, isWhole: false };
  yield { name: '', lines: outside, allLines: outside, isWhole: true };
}

/** Lines with their continuations, as UTF-8 text: vCard 2.1 writes long and accented ones as quoted-printable. */
function* contentLines(text: string): Iterable<string> {
  let parts: string[] = [];
  let length = 0;
  let isSoft = false;
  for (const raw of text.split('\n')) {
    const continues = parts.length > 0 && (isSoft || /^[ \t]/.test(raw));
    if (!continues && parts.length > 0) {
      if (length <= longestLine) yield plainLine(parts.join(''));
      parts = [];
      length = 0;
    }
    if (!continues && raw.trim() === '') continue;
    const part: string = isSoft ? raw : continues ? raw.slice(1) : raw;
    const first = parts[0] ?? part;
    isSoft = part.endsWith('=') && quotedPrintable.test(first);
    const shown = isSoft ? part.slice(0, -1) : part;
    length += shown.length;
    if (length <= longestLine || parts.length === 0) parts.push(shown);
  }
  if (parts.length > 0 && length <= longestLine) yield plainLine(parts.join(''));
}

const quotedPrintable = /^[^:]*;\s*(?:ENCODING\s*=\s*)?QUOTED-PRINTABLE\b[^:]*:/i;

/** The line as later versions write it: decoded, and each bare parameter of version 2.1 (`TEL;HOME`) a type. */
function plainLine(line: string): string {
  const colon = line.indexOf(':');
  const head = colon === -1 ? line : line.slice(0, colon);
  if (colon === -1 || !/;\s*(?:[\w-]+\s*(?:;|$)|(?:CHARSET|ENCODING)\s*=)/i.test(head)) return line;
  const [name = '', ...parameters] = head.split(';');
  const charset = parameters.map((part) => /^\s*CHARSET\s*=\s*"?([\w.:-]+)/i.exec(part)?.[1]).find(Boolean);
  const value = line.slice(colon + 1);
  const shown = quotedPrintable.test(line) ? decodedQuotedPrintable(value, charset ?? 'utf-8') : value;
  const kept = parameters
    .map((parameter) => parameter.trim())
    .filter(
      (part) => part !== '' && !/^(?:CHARSET\s*=|ENCODING\s*=\s*(?:QUOTED|[78]BIT)|QUOTED-)/i.test(part),
    )
    .map((part) => (part.includes('=') ? part : `TYPE=${part}`));
  return `${[name, ...kept].join(';')}:${shown}`;
}

function decodedQuotedPrintable(value: string, charset: string): string {
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  // Characters that are no bytes were decoded with the file; then nothing is left to decode.
  const text = /[^\0-\xff]/.test(bytes) ? bytes : decoded(Buffer.from(bytes, 'latin1'), charset);
  return text.replace(/\r\n?|\n/g, '\\n');
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
