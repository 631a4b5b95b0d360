import type { FileHandle } from 'node:fs/promises';

/** What is known of a GGUF file from its header alone. */
export interface GgufHeader {
  /** Scalar and text metadata; arrays are left out. */
  readonly metadata: ReadonlyMap<string, string | number | boolean>;
  readonly tensors: number;
  /** The size that the header promises; a smaller file was cut off. */
  readonly neededBytes: number;
}

/** Why a file cannot be a model, in words for the fault's message. */
export class BadGguf extends Error {}

/** The longest header read: vocabularies of 250,000 tokens take 10 MB. A larger one is made to exhaust memory. */
const headerLimitBytes = 256 * 1024 * 1024;
/** Most metadata entries and tensors: the largest real models have under 3,000. More is made to keep the loader busy. */
const entryLimit = 100_000;
/** Longest key or tensor name in bytes; llama.cpp itself allows 64 for tensors. */
const nameLimitBytes = 65_535;
const firstReadBytes = 4 * 1024 * 1024;

/**
 * Reads the header of a GGUF file (version 2 or 3, little-endian) within fixed bounds, so that a damaged or hostile
 * file is refused before llama.cpp's own loader sees it. Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
export async function readGgufHeader(file: FileHandle): Promise<GgufHeader> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new BadGguf('it is not an ordinary file');
  const { size } = stat;
  if (size === 0) throw new BadGguf('it is empty');
  const most = Math.min(size, headerLimitBytes);
  for (let length = Math.min(most, firstReadBytes); ; length = Math.min(most, length * 4)) {
    const bytes = Buffer.alloc(length);
    await file.read(bytes, 0, length, 0);
    try {
      return parseHeader(new Cursor(bytes));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      if (length === most) throw new BadGguf('its header is cut off');
    }
  }
}

function parseHeader(cursor: Cursor): GgufHeader {
  if (cursor.text(4) !== 'GGUF') throw new BadGguf('it is not a GGUF file');
  const version = cursor.u32();
  if (version !== 2 && version !== 3) throw new BadGguf(`its format version ${version} is not known`);
  const tensors = cursor.count();
  const entries = cursor.count();
  const metadata = new Map<string, string | number | boolean>();
  for (let i = 0; i < entries; i++) {
    const key = cursor.name();
    const value = cursor.value(cursor.u32());
    if (value !== null) metadata.set(key, value);
  }
  const alignment = metadata.get('general.alignment') ?? 32;
  if (typeof alignment !== 'number' || !(alignment > 0 && Number.isInteger(Math.log2(alignment))))
    throw new BadGguf('its alignment makes no sense');
  let dataBytes = 0;
  for (let i = 0; i < tensors; i++) dataBytes = Math.max(dataBytes, tensorEnd(cursor));
  const dataStart = Math.ceil(cursor.offset / alignment) * alignment;
  if (tensors === 0) throw new BadGguf('it holds no weights');
  return { metadata, tensors, neededBytes: dataStart + dataBytes };
}

/** Block size in values and in bytes of the encodings in use (ggml.c, `type_traits`); of others only the start is checked. */
const encodings = new Map<number, readonly [values: number, bytes: number]>([
  [0, [1, 4]],
  [1, [1, 2]],
  [2, [32, 18]],
  [3, [32, 20]],
  [6, [32, 22]],
  [7, [32, 24]],
  [8, [32, 34]],
  [10, [256, 84]],
  [11, [256, 110]],
  [12, [256, 144]],
  [13, [256, 176]],
  [14, [256, 210]],
  [20, [32, 18]],
  [23, [256, 136]],
  [30, [1, 2]],
]);

/** Reads one tensor's entry; returns where its data ends, in bytes from the start of the data. */
function tensorEnd(cursor: Cursor): number {
  cursor.name();
  const dimensions = cursor.u32();
  if (dimensions > 4) throw new BadGguf('a tensor has more than four dimensions');
  let values = 1;
  for (let i = 0; i < dimensions; i++) values *= cursor.u64();
  const [blockValues, blockBytes] = encodings.get(cursor.u32()) ?? [1, 0];
  const end = cursor.u64() + (values / blockValues) * blockBytes;
  if (!Number.isSafeInteger(end)) throw new BadGguf('a tensor’s size makes no sense');
  return end;
}

/** Reads a header's values one after another; running out of bytes throws a RangeError (DataView's own). */
class Cursor {
  offset = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  u32(): number {
    return this.#bytes.readUInt32LE(this.#advance(4));
  }

  u64(): number {
    return Number(this.#bytes.readBigUInt64LE(this.#advance(8)));
  }

  text(length: number): string {
    const start = this.#advance(length);
    return this.#bytes.toString('utf8', start, start + length);
  }

  count(): number {
    const count = this.u64();
    if (count > entryLimit) throw new BadGguf('its header makes no sense');
    return count;
  }

  name(): string {
    const length = this.u64();
    if (length > nameLimitBytes) throw new BadGguf('its header makes no sense');
    return this.text(length);
  }

  /** A scalar or a text; an array is skipped and gives null. */
  value(type: number): string | number | boolean | null {
    if (type === 8) return this.text(this.u64());
    if (type === 9) return this.#skipArray();
    const [size, read] = scalar(type);
    return read(this.#bytes, this.#advance(size));
  }

  #skipArray(): null {
    const type = this.u32();
    const length = this.u64();
    if (type === 9) throw new BadGguf('its header nests lists');
    if (type === 8) for (let i = 0; i < length; i++) this.#advance(this.u64());
    else this.#advance(scalar(type)[0] * length);
    return null;
  }

  #advance(length: number): number {
    const start = this.offset;
    if (!(start + length <= this.#bytes.length)) throw new RangeError('out of bytes');
    this.offset = start + length;
    return start;
  }
}

type Scalar = readonly [bytes: number, read: (bytes: Buffer, at: number) => number | boolean];

const scalars = new Map<number, Scalar>([
  [0, [1, (bytes, at) => bytes.readUInt8(at)]],
  [1, [1, (bytes, at) => bytes.readInt8(at)]],
  [2, [2, (bytes, at) => bytes.readUInt16LE(at)]],
  [3, [2, (bytes, at) => bytes.readInt16LE(at)]],
  [4, [4, (bytes, at) => bytes.readUInt32LE(at)]],
  [5, [4, (bytes, at) => bytes.readInt32LE(at)]],
  [6, [4, (bytes, at) => bytes.readFloatLE(at)]],
  [7, [1, (bytes, at) => bytes.readUInt8(at) !== 0]],
  [10, [8, (bytes, at) => Number(bytes.readBigUInt64LE(at))]],
  [11, [8, (bytes, at) => Number(bytes.readBigInt64LE(at))]],
  [12, [8, (bytes, at) => bytes.readDoubleLE(at)]],
]);

function scalar(type: number): Scalar {
  const found = scalars.get(type);
  if (found === undefined) throw new BadGguf(`its header holds a value of unknown type ${type}`);
  return found;
}
