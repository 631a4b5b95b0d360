import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import type { ZipEntry } from '../zip/directory.ts';

/** Bytes of names looked at to guess their encoding. */
const sampleBytes = 65_536;
/** Encodings that programs write without saying so, of which statistics can tell; the rest is DOS's own. */
const guessed = new Set(['Shift_JIS', 'EUC-JP', 'EUC-KR', 'Big5', 'GB18030', 'windows-1251', 'KOI8-R']);

/** High half of code page 437, in which APPNOTE appendix D wants names that are not UTF-8. */
const dosLetters =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ';

/** Reads an archive's names: UTF-8 where they are valid as that, else one encoding for all of them. */
export function nameReader(entries: readonly ZipEntry[]): (entry: ZipEntry) => string {
  const odd = entries.map(({ nameBytes }) => nameBytes).filter((bytes) => !isUtf8(bytes));
  if (odd.length === 0) return ({ name }) => name;
  const decode = decoderFor(Buffer.concat(odd).subarray(0, sampleBytes));
  return ({ name, nameBytes }) => (isUtf8(nameBytes) ? name : decode(nameBytes));
}

function decoderFor(sample: Uint8Array): (bytes: Uint8Array) => string {
  const [best] = analyse(sample);
  if (best === undefined || !guessed.has(best.name)) return fromDos;
  const decoder = new TextDecoder(best.name);
  return (bytes) => decoder.decode(bytes);
}

function fromDos(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : dosLetters.charAt(byte - 0x80),
  ).join('');
}
