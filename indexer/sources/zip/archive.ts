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
  constructor(bytes: Uint8Array, entries: readonly ZipEntry[] = readDirectory(bytes)) {
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
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
    return this.readEntry(entry);
  }

  /** As `read`, where two entries share a name. */
  readEntry(entry: ZipEntry): Uint8Array {
    if (entry.encrypted) throw new Unreadable('skipped', 'encrypted');
    if (this.#unpacked > mostUnpackedBytes) throw tooLarge();
    const packed = this.#packed(entry);
    const unpacked = this.#unpack(entry, packed);
    this.#unpacked += unpacked.length;
    if (this.#unpacked > mostUnpackedBytes) throw tooLarge();
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
    if (method !== 8) throw new Unreadable('failed', 'unsupported-format');
    const most = Math.min(mostEntryBytes, Math.max(ratioFromBytes, packed.length * mostRatio));
    try {
      return inflateRawSync(packed, { maxOutputLength: most });
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw new Unreadable('failed', 'corrupt', unpackable, cause);
      // What a bomb unpacked before it was stopped took its time, too.
      this.#unpacked += most;
      throw tooLarge();
    }
  }
}

const unpackable = 'its content cannot be unpacked';

function corrupt(): Unreadable {
  return new Unreadable('failed', 'corrupt', unpackable);
}

function tooLarge(): Unreadable {
  return new Unreadable('failed', 'too-large', 'unpacked');
}
