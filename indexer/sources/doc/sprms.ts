import type { Bytes } from '../ole/bytes.ts';

/** A property modifier: what it changes, and the number it sets (0 where its operand is no number). */
export interface Sprm {
  readonly code: number;
  readonly value: number;
}

/** Operand sizes by the upper three bits of the code ([MS-DOC] 2.2.5.1). */
const operandBytes = [1, 1, 2, 4, 2, 2, 0, 3];
const tableDefinition = 0xd608;

/** The modifiers of a list, as far as it is whole. */
export function* sprmsOf(bytes: Bytes, start: number, end: number): Iterable<Sprm> {
  let at = start;
  while (at + 3 <= end && bytes.has(at, 3)) {
    const code = bytes.u16(at);
    at += 2;
    let size = operandBytes[code >> 13] ?? 1;
    if (size === 0) size = code === tableDefinition ? 1 + bytes.u16(at) : 1 + bytes.u8(at);
    if (!bytes.has(at, size)) return;
    const value = size === 4 ? bytes.u32(at) : size === 2 ? bytes.u16(at) : size === 1 ? bytes.u8(at) : 0;
    yield { code, value };
    at += size;
  }
}
