import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { Unreadable } from '../parser.ts';

export interface DecodedText {
  readonly text: string;
  /** WHATWG label of the encoding that was used. */
  readonly encoding: string;
  /** False where the bytes hold more text than was asked for. */
  readonly isWhole: boolean;
}

/** Bytes looked at to guess an encoding. */
const sampleBytes = 65_536;
/** Decoded at once: the whole of a log of 190 MB, decoded and looked through, takes a parser past its limit. */
const pieceBytes = 4_000_000;
/** Of a text that is cut, so much more is decoded than can be kept: white space and what is not shown falls away. */
const headShare = 1.25;
/** Text has next to no control characters; random bytes have one in eight. */
const controlShare = 0.02;

/**
 * Text of bytes whose encoding nobody declared, with plain line ends; null for binary data.
 * Order: byte order mark, UTF-16 by its zeros, UTF-8 where it is valid, escapes of ISO-2022-JP, then statistics.
 * `declared` (a charset from inside the file) is believed where the bytes allow it.
 */
export function decodeText(
  bytes: Uint8Array,
  declared?: string,
  mostChars = Number.POSITIVE_INFINITY,
): DecodedText | null {
  const decoded = decode(bytes, declared, mostChars);
  if (decoded === null || looksBinary(decoded.text)) return null;
  return { ...decoded, text: withPlainLineEnds(decoded.text) };
}

/** The same for a file that is nothing but text. Throws `Unreadable` mislabelled for binary data. */
export function decodeOrRefuse(bytes: Uint8Array, declared?: string): string {
  const decoded = decodeText(bytes, declared);
  if (decoded === null) throw new Unreadable('failed', 'mislabelled', 'binary data');
  return decoded.text;
}

/** The beginning of such a file, enough for so many characters. */
export function decodeHeadOrRefuse(bytes: Uint8Array, chars: number): DecodedText {
  const decoded = decodeText(bytes, undefined, chars * headShare);
  if (decoded === null) throw new Unreadable('failed', 'mislabelled', 'binary data');
  return decoded;
}

export function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decode(bytes: Uint8Array, declared: string | undefined, mostChars: number): DecodedText | null {
  const withLabel = (label: string): DecodedText => decodeAs(label, bytes, mostChars);
  const marked = byMark(bytes, withLabel);
  if (marked !== null) return marked;
  const zeros = byZeros(bytes);
  if (zeros === 'binary') return null;
  if (zeros !== null) return withLabel(zeros);
  if (isEbcdic(bytes)) return null;
  if (isUtf8(bytes)) return withLabel(hasJapaneseEscapes(bytes) ? 'iso-2022-jp' : 'utf-8');
  if (mostlyUtf8(bytes)) return withLabel('utf-8');
  if (declared !== undefined && isKnownLabel(declared)) return withLabel(declared);
  return withLabel(guess(bytes));
}

function decodeAs(label: string, bytes: Uint8Array, mostChars: number): DecodedText {
  const decoder = new TextDecoder(label);
  let text = '';
  let at = 0;
  for (; at < bytes.length && text.length < mostChars; at += pieceBytes)
    text += decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
  const isWhole = at >= bytes.length;
  return { text: isWhole ? text + decoder.decode() : text, encoding: decoder.encoding, isWhole };
}

function isKnownLabel(label: string): boolean {
  try {
    // Declared as UTF-16 where no zero stands in the bytes is a lie; declared as UTF-8 was disproved above.
    return !/^utf/i.test(new TextDecoder(label).encoding);
  } catch {
    return false;
  }
}

function byMark(bytes: Uint8Array, withLabel: (label: string) => DecodedText): DecodedText | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return utf32(bytes, true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return utf32(bytes, false);
  if (a === 0xff && b === 0xfe) return withLabel('utf-16le');
  if (a === 0xfe && b === 0xff) return withLabel('utf-16be');
  if (a === 0xef && b === 0xbb && c === 0xbf) return withLabel('utf-8');
  return null;
}

function utf32(bytes: Uint8Array, littleEndian: boolean): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, littleEndian);
    parts.push(point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd');
  }
  return { text: parts.join(''), encoding: 'utf-32', isWhole: true };
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
