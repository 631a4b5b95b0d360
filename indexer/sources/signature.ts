/** What the first bytes of a file say it is. */
export interface Signature {
  readonly format: 'pdf' | 'zip' | 'ole' | 'pst' | 'rtf' | 'other';
  /** In words, for the ledger: "a PNG picture". */
  readonly name: string;
}

type Magic = readonly [name: string, bytes: readonly number[], offset?: number];

const magics: readonly Magic[] = [
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0xcf, 0xfa, 0xed, 0xfe]],
  ['a program', [0xca, 0xfe, 0xba, 0xbe]],
  ['a program', [0x00, 0x61, 0x73, 0x6d]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', ascii('GIF8')],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a Photoshop picture', ascii('8BPS')],
  ['a HEIC picture', ascii('ftyphei'), 4],
  ['a HEIC picture', ascii('ftypmif1'), 4],
  ['a HEIC picture', ascii('ftypmsf1'), 4],
  ['an AVIF picture', ascii('ftypavi'), 4],
  ['a video or sound file', ascii('RIFF')],
  ['a video or sound file', ascii('ftyp'), 4],
  ['a video or sound file', [0x1a, 0x45, 0xdf, 0xa3]],
  ['a sound file', ascii('OggS')],
  ['a sound file', ascii('fLaC')],
  ['a sound file', ascii('ID3')],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a bzip2 archive', ascii('BZh')],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a zstd archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', ascii('Rar!')],
  ['a tar archive', ascii('ustar'), 257],
  ['an SQLite database', ascii('SQLite format 3')],
  ['a PostScript file', ascii('%!PS')],
];

/** Where `%PDF-` may stand (PDF 32000-1 annex H.3.4.1: within the first 1024 bytes). */
const pdfHeaderBytes = 1024;

/** The signature of well-known binary formats; null for text and for what is not known. */
export function signatureOf(bytes: Uint8Array): Signature | null {
  if (startsWith(bytes, ascii('PK\x03\x04')) || startsWith(bytes, ascii('PK\x05\x06')))
    return hasPdfHeader(bytes) ? pdf : { format: 'zip', name: 'a zip archive' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    return { format: 'ole', name: 'an older Office file' };
  if (startsWith(bytes, ascii('!BDN'))) return { format: 'pst', name: 'an Outlook archive' };
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8))
    return { format: 'other', name: 'a WebP picture' };
  if (startsWith(bytes, ascii('{\\rtf'))) return { format: 'rtf', name: 'a Rich Text file' };
  for (const [name, magic, offset] of magics)
    if (startsWith(bytes, magic, offset)) return { format: 'other', name };
  if (startsWith(bytes, ascii('MZ')) && bytes.subarray(0, 64).includes(0))
    return { format: 'other', name: 'a program' };
  return hasPdfHeader(bytes) ? pdf : null;
}

const pdf: Signature = { format: 'pdf', name: 'a PDF document' };

function hasPdfHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, pdfHeaderBytes)).includes(
    '%PDF-',
  );
}

function startsWith(bytes: Uint8Array, magic: readonly number[], offset = 0): boolean {
  return magic.every((byte, index) => bytes[offset + index] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}
