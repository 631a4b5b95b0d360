import { constants, crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip archive, which may lie about itself. */
export interface ZipEntry {
  readonly name: string | Buffer;
  readonly bytes: Buffer;
  /** What it says it unpacks to; else what it does. */
  readonly claimedBytes?: number;
  /** Already deflated: `bytes` go in as they are. */
  readonly isDeflated?: boolean;
  readonly isLink?: boolean;
}

interface Packed {
  readonly name: Buffer;
  readonly data: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly method: number;
  readonly attributes: number;
}

/** A zip archive (PKWARE APPNOTE 4.3) of entries that need not be true. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const packed of entries.map(pack)) {
    const local = localHeader(packed);
    parts.push(local, packed.data);
    directory.push(centralHeader(packed, offset));
    offset += local.length + packed.data.length;
  }
  return Buffer.concat([...parts, ...directory, ...endOf(entries.length, directory, offset)]);
}

/** Every entry of the directory is the same data: an archive of some megabytes that unpacks to terabytes. */
export function overlappingZip(count: number, bytes: Buffer, nameOf: (index: number) => string): Buffer {
  const packed = pack({ name: nameOf(0), bytes });
  const body = Buffer.concat([localHeader(packed), packed.data]);
  const directory = Array.from({ length: count }, (_, index) =>
    centralHeader({ ...packed, name: Buffer.from(nameOf(index)) }, 0),
  );
  return Buffer.concat([body, ...directory, ...endOf(count, directory, body.length)]);
}

/** Zeros, deflated a thousand to one, without ever holding them. */
export function deflatedZeros(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(megabytes).fill(block), Buffer.from([3, 0])]);
}

function pack({ name, bytes, claimedBytes, isDeflated, isLink }: ZipEntry): Packed {
  return {
    name: Buffer.from(name),
    data: isDeflated === true ? bytes : deflateRawSync(bytes),
    crc: isDeflated === true ? 0 : crc32(bytes),
    size: claimedBytes ?? bytes.length,
    method: 8,
    attributes: isLink === true ? (0o120777 << 16) >>> 0 : 0,
  };
}

const utf8Names = 0x0800;

function localHeader({ name, data, crc, size, method }: Packed): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(utf8Names, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader({ name, data, crc, size, method, attributes }: Packed, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x031e, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(utf8Names, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(data.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(attributes, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endOf(count: number, directory: readonly Buffer[], offset: number): Buffer[] {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return count < 0xffff ? [end] : [...wideEnd(count, size, offset), end];
}

/** The zip64 records that an archive of more than 65,535 entries has. */
function wideEnd(count: number, size: number, offset: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}
