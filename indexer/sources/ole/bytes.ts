import { Unreadable } from '../parser.ts';

/** Little-endian numbers out of bytes; whoever reads past the end has found a file that is cut short or lies. */
export class Bytes {
  readonly length: number;
  readonly #view: DataView;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  has(at: number, count: number): boolean {
    return at >= 0 && count >= 0 && at + count <= this.length;
  }

  u8(at: number): number {
    return this.#checked(at, 1).getUint8(at);
  }

  u16(at: number): number {
    return this.#checked(at, 2).getUint16(at, true);
  }

  u32(at: number): number {
    return this.#checked(at, 4).getUint32(at, true);
  }

  /** Bytes from `start` to `end`, shorter where they run out. */
  slice(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(Math.max(0, start), Math.max(0, end));
  }

  /** `count` code units. */
  utf16(at: number, count: number): string {
    return Buffer.from(this.slice(at, at + 2 * count)).toString('utf16le');
  }

  #checked(at: number, count: number): DataView {
    if (!this.has(at, count)) throw new Unreadable('failed', 'corrupt', 'it is cut short');
    return this.#view;
  }
}
