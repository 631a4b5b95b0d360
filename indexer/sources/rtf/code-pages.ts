/** Fonts of symbols: their bytes are shapes, which Unicode keeps in its private area. */
const symbolLabel = 'symbol';

/** WHATWG labels by the character set of a font (`\fcharset`); 0 and 1 leave it to the document. */
const byCharset = new Map([
  [2, symbolLabel],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [130, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** The same by number of the code page (`\ansicpg`), where its name is not windows-N. */
const byCodePage = new Map([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
]);

export function labelOfCharset(charset: number): string | undefined {
  return byCharset.get(charset);
}

export function labelOfCodePage(codePage: number): string {
  const windows = codePage === 874 || (codePage >= 1250 && codePage <= 1258);
  return byCodePage.get(codePage) ?? (windows ? `windows-${codePage}` : 'windows-1252');
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

export function decodeBytes(bytes: readonly number[], label: string): string {
  if (label === symbolLabel)
    return bytes.map((byte) => String.fromCharCode(byte >= 0x80 ? 0xf000 + byte : byte)).join('');
  // ASCII is the same in all of them; a decoder costs a call into native code for each word.
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1');
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder.decode(Uint8Array.from(bytes));
}
