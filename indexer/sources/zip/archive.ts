import { inflateRawSync } from 'node:zlib';
import { Unreadable } from '../parser.ts';
import { readDirectory, type ZipEntry } from './directory.ts';

/** Unpacked bytes of one archive: against 42.zip and its like, which unpack to terabytes. */
const mostUnpackedBytes = 500_000_000;
/** Unpacked bytes of one entry: an XML tree of it takes many times as much memory. */
const mostEntryBytes = 100_000_000;
/** Unpacked against packed: real documents stay under 50; zeros reach 1,000. Small entries may do as they like. */
const mostRatio = 200;
const ratioFromBytes = 5_000_000;

/** Reads entries of an archive on demand, within bounds that hold for all of them together. */
export class ZipArchive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #unpacked = 0;

  /** Throws `Unreadable` corrupt or too-large. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = new Map(readDirectory(bytes).map((entry) => [entry.name, entry]));
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** An entry's bytes. Throws `Unreadable` encrypted, corrupt or too-large; sizes the archive claims are not trusted. */
  read(name: string): Uint8Array {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Unreadable('failed', 'corrupt', `${name} is missing`);
    if (entry.encrypted) throw new Unreadable('skipped', 'encrypted');
    const packed = this.#packed(entry);
    const unpacked = this.#unpack(entry, packed);
    this.#unpacked += unpacked.length;
    const bomb = unpacked.length > ratioFromBytes && unpacked.length > packed.length * mostRatio;
    if (bomb || this.#unpacked > mostUnpackedBytes) throw tooLarge();
    return unpacked;
  }

  #packed({ headerOffset, packedBytes }: ZipEntry): Uint8Array {
    const header = this.#bytes.subarray(headerOffset, headerOffset + 30);
    if (header.length < 30 || header[0] !== 0x50 || header[1] !== 0x4b) throw corrupt();
    const view = new DataView(header.buffer, header.byteOffset, 30);
    const start = headerOffset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
    if (start + packedBytes > this.#bytes.length) throw corrupt();
    return this.#bytes.subarray(start, start + packedBytes);
  }

  #unpack({ method }: ZipEntry, packed: Uint8Array): Uint8Array {
    if (method === 0) return packed;
    if (method !== 8) throw corrupt();
    try {
      return inflateRawSync(packed, { maxOutputLength: mostEntryBytes });
    } catch (cause) {
      if (cause instanceof RangeError) throw tooLarge();
      throw new Unreadable('failed', 'corrupt', 'its content cannot be unpacked', cause);
    }
  }
}

function corrupt(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'its content cannot be unpacked');
}

function tooLarge(): Unreadable {
  return new Unreadable('failed', 'too-large', 'unpacked');
}
