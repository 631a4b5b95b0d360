/** Headers of tar archives: POSIX.1-1988 (ustar), POSIX.1-2001 (pax) and GNU. */

export const blockBytes = 512;

export interface TarHeader {
  readonly path: string;
  readonly sizeBytes: number;
  /** Type flag: '0' a file, '5' a folder, 'x' a pax record of the next entry, 'L' its long name in GNU's way. */
  readonly type: string;
}

/** The header in a block; null where its checksum is wrong, 'end' for the zeros behind the last entry. */
export function tarHeader(block: Uint8Array): TarHeader | 'end' | null {
  if (block.length < blockBytes) return null;
  if (block.every((byte) => byte === 0)) return 'end';
  if (!hasRightSum(block)) return null;
  const sizeBytes = numberAt(block, 124, 12);
  if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) return null;
  const type = textAt(block, 156, 1) || '0';
  // GNU keeps times where POSIX has the front of a long path.
  const prefix = textAt(block, 257, 6) === 'ustar' && block[262] === 0 ? textAt(block, 345, 155) : '';
  const name = textAt(block, 0, 100);
  return { path: prefix === '' ? name : `${prefix}/${name}`, sizeBytes, type };
}

/** `path` and `size` of a pax record: lines of "length key=value". */
export function paxFields(record: Uint8Array): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < record.length) {
    const space = record.indexOf(0x20, at);
    const length = Number(new TextDecoder().decode(record.subarray(at, space)));
    if (space === -1 || !Number.isInteger(length) || length <= space - at + 1) break;
    const [, key = '', value = ''] =
      /^([^=]*)=(.*)\n?$/s.exec(new TextDecoder().decode(record.subarray(space + 1, at + length))) ?? [];
    fields.set(key, value.replace(/\n$/, ''));
    at += length;
  }
  return fields;
}

/** The sum of a header's bytes, its own field read as spaces; old programs summed signed bytes. */
function hasRightSum(block: Uint8Array): boolean {
  let unsigned = 0;
  let signed = 0;
  for (const [at, byte] of block.subarray(0, blockBytes).entries()) {
    const counted = at >= 148 && at < 156 ? 0x20 : byte;
    unsigned += counted;
    signed += counted > 0x7f ? counted - 0x100 : counted;
  }
  const stated = numberAt(block, 148, 8);
  return stated === unsigned || stated === signed;
}

/** Octal digits, or GNU's base 256 where the first bit is set. */
function numberAt(block: Uint8Array, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  const first = field[0] ?? 0;
  if (first === 0x80) return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  const digits = textAt(block, start, length).trim();
  return digits === '' ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

export function textAt(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
