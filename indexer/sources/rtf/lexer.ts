/** What a Rich Text file is made of (Rich Text Format 1.9.1, "Basic entities"). */
export interface RtfHandler {
  open(): void;
  /** False ends the reading: the outermost group is closed. */
  close(): boolean;
  /** A control word, or a control symbol such as `*` and `~`; null where it has no number. */
  control(word: string, value: number | null): void;
  /** One byte of text in the code page of its font. */
  byte(value: number): void;
}

const backslash = 0x5c;
/** Longer words are garbage; the longest real one has 22 letters. */
const longestWord = 32;

/** Goes through a file once, byte by byte; `\bin` skips what it says but never past the end. */
export function lexRtf(bytes: Uint8Array, handler: RtfHandler): void {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x7b) handler.open();
    else if (byte === 0x7d) {
      if (!handler.close()) return;
    } else if (byte === backslash) at = control(bytes, at, handler);
    else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) handler.byte(byte);
  }
}

/** Reads what follows a backslash at `at`; returns where reading goes on. */
function control(bytes: Uint8Array, at: number, handler: RtfHandler): number {
  const first = bytes[at] ?? 0;
  if (!isLetter(first)) return symbol(bytes, at, handler);
  let end = at;
  while (isLetter(bytes[end] ?? 0) && end - at < longestWord) end += 1;
  const word = latin(bytes, at, end);
  const numberStart = end;
  if (bytes[end] === 0x2d) end += 1;
  while (isDigit(bytes[end] ?? 0) && end - numberStart < 11) end += 1;
  const digits = latin(bytes, numberStart, end);
  const value = digits === '' || digits === '-' ? null : Number(digits);
  if (bytes[end] === 0x20) end += 1;
  if (word === 'bin') return Math.min(bytes.length, end + Math.max(0, value ?? 0));
  handler.control(word, value);
  return end;
}

function symbol(bytes: Uint8Array, at: number, handler: RtfHandler): number {
  const first = bytes[at] ?? 0;
  if (first === 0x27) {
    const hex = latin(bytes, at + 1, at + 3);
    if (!/^[0-9a-f]{2}$/i.test(hex)) return at + 1;
    handler.byte(Number.parseInt(hex, 16));
    return at + 3;
  }
  // The escaped characters of the format itself are text.
  if (first === backslash || first === 0x7b || first === 0x7d) handler.byte(first);
  else handler.control(first === 0x0a || first === 0x0d ? 'par' : String.fromCharCode(first), null);
  return at + 1;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Short runs: joining codes one by one is three times as fast as any call. */
function latin(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
