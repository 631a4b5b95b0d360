import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { Unreadable } from '../parser.ts';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label of the encoding that was used. */
  readonly encoding: string;
}

/** Bytes looked at to guess an encoding. */
const sampleBytes = 65_536;
/** Text has next to no control characters; random bytes have one in eight. */
const controlShare = 0.02;

/**
 * Text of bytes whose encoding nobody declared, with plain line ends; null for binary data.
 * Order: byte order mark, UTF-16 by its zeros, UTF-8 where it is valid, escapes of ISO-2022-JP, then statistics.
 * `declared` (a charset from inside the file) is believed where the bytes allow it.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | null {
  const decoded = decode(bytes, declared);
  if (decoded === null || looksBinary(decoded.text)) return null;
  return { text: withPlainLineEnds(decoded.text), encoding: decoded.encoding };
}

/** The same for a file that is nothing but text. Throws `Unreadable` mislabelled for binary data. */
export function decodeOrRefuse(bytes: Uint8Array, declared?: string): string {
  const decoded = decodeText(bytes, declared);
  if (decoded === null) throw new Unreadable('failed', 'mislabelled', 'binary data');
  return decoded.text;
}

export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decode(bytes: Uint8Array, declared: string | undefined): DecodedText | null {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const zeros = byZeros(bytes);
  if (zeros === 'binary') return null;
  if (zeros !== null) return withLabel(bytes, zeros);
  if (isEbcdic(bytes)) return null;
  if (isUtf8(bytes)) return withLabel(bytes, hasJapaneseEscapes(bytes) ? 'iso-2022-jp' : 'utf-8');
  if (mostlyUtf8(bytes)) return withLabel(bytes, 'utf-8');
  if (declared !== undefined && isKnownLabel(declared)) return withLabel(bytes, declared);
  return withLabel(bytes, guess(bytes));
}

function withLabel(bytes: Uint8Array, label: string): DecodedText {
  const decoder = new TextDecoder(label);
  return { text: decoder.decode(bytes), encoding: decoder.encoding };
}

function isKnownLabel(label: string): boolean {
  try {
    // Declared as UTF-16 where no zero stands in the bytes is a lie; declared as UTF-8 was disproved above.
    return !/^utf/i.test(new TextDecoder(label).encoding);
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array): DecodedText | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes, true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes, false);
  if (a === 0xff && b === 0xfe) return withLabel(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return withLabel(bytes, 'utf-16be');
  if (a === 0xef && b === 0xbb && c === 0xbf) return withLabel(bytes, 'utf-8');
  return null;
}

function utf32(bytes: Uint8Array, littleEndian: boolean): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return { text: parts.join(''), encoding: 'utf-32' };
}

/** UTF-16 without a mark has its zeros on one side of each pair; zeros on both sides are binary data. */
function byZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | null {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1)
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  const pairs = sample.length / 2;
  if (odd > pairs * 0.2 && even < odd * 0.05) return 'utf-16le';
  if (even > pairs * 0.2 && odd < even * 0.05) return 'utf-16be';
  return even + odd > sample.length * 0.1 ? 'binary' : null;
}

/** Mainframe text: its space is 0x40 and its letters are all high bytes. No decoder for it is at hand. */
function isEbcdic(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  let spaces = 0;
  let high = 0;
  for (const byte of sample) {
    if (byte === 0x20) return false;
    if (byte === 0x40) spaces += 1;
    else if (byte >= 0x80) high += 1;
  }
  return spaces > sample.length * 0.08 && high > sample.length * 0.4;
}

function hasJapaneseEscapes(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  for (let at = sample.indexOf(0x1b); at !== -1; at = sample.indexOf(0x1b, at + 1)) {
    const [kind, set] = [sample[at + 1], sample[at + 2]];
    if (kind === 0x24 && (set === 0x40 || set === 0x42)) return true;
  }
  return false;
}

/** UTF-8 with a few broken characters: at least nine in ten of its sequences are whole. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
    let follow = 0;
    while (follow < more && ((bytes[at + 1 + follow] ?? 0) & 0xc0) === 0x80) follow += 1;
    if (more > 0 && follow === more) whole += 1;
    else broken += 1;
    at += follow;
  }
  return whole >= 9 * broken;
}

/** Encodings of Cyrillic that bytes alone hardly tell apart; the wrong one gives text that no language has. */
const cyrillicLabels = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'];

function guess(bytes: Uint8Array): string {
  const sample = aroundHighBytes(bytes);
  const [best] = analyse(sample);
  const label = best?.name.toLowerCase() ?? 'windows-1252';
  const cyrillic = bestCyrillic(sample);
  if (cyrillic !== null && (cyrillicLabels.includes(label) || (best?.confidence ?? 0) < 50)) return cyrillic;
  return isKnownLabel(label) ? label : 'windows-1252';
}

function aroundHighBytes(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 1024);
  return bytes.subarray(from, from + sampleBytes);
}

/** The label under which most of the text is lower-case Cyrillic words, or null where none is convincing. */
function bestCyrillic(sample: Uint8Array): string | null {
  let best: string | null = null;
  let bestScore = 0.6;
  for (const label of cyrillicLabels) {
    const text = new TextDecoder(label).decode(sample);
    const high = text.match(/[^\0-\x7f]/g)?.length ?? 0;
    const common = text.match(/[оеаинтсрвл]/g)?.length ?? 0;
    const inWords = text.match(/[а-яё]{2}/g)?.length ?? 0;
    const score = high === 0 ? 0 : (common + inWords * 0.5) / high;
    if (high > 8 && score > bestScore) {
      best = label;
      bestScore = score;
    }
  }
  return best;
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, sampleBytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters betray binary data
  const controls = sample.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]/g)?.length ?? 0;
  const broken = sample.match(/\ufffd/g)?.length ?? 0;
  return controls > 2 + sample.length * controlShare || broken > 8 + sample.length * 0.1;
}
