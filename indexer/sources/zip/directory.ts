import { Unreadable } from '../parser.ts';
import { wideDirectory, wideSizes } from './wide-fields.ts';

/** A file inside an archive, as the central directory lists it (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** The name as it is stored: older programs wrote it in an encoding of their own. */
  readonly nameBytes: Uint8Array;
  readonly method: number;
  readonly encrypted: boolean;
  /** A symbolic link of Unix: its content is a path, not a text. */
  readonly isLink: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
}

/** Against archives that list millions of files. */
const mostEntries = 10_000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** "Made by" Unix and macOS: their entries keep file modes (APPNOTE 4.4.2). */
const unixHosts = [3, 19];
/** The end record is 22 bytes and a comment of up to 65,535. */
const endSearchBytes = 22 + 65_535;

/**
 * The central directory of an archive. Throws `Unreadable` corrupt or too-large: beyond `most` entries, of which
 * a document has dozens and an archive as many as fit.
 */
export function readDirectory(bytes: Uint8Array, most = mostEntries): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { start, count, shift } = locate(view);
  if (count > most) throw new Unreadable('failed', 'too-large', `${count} entries`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = wideSizes(view, at, at + 46 + nameLength, extraLength);
    if (sizes === null) throw broken();
    entries.push({
      name: new TextDecoder().decode(nameBytes),
      nameBytes,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      isLink: unixHosts.includes(view.getUint8(at + 5)) && view.getUint16(at + 40, true) >>> 12 === 0xa,
      packedBytes: sizes.packedBytes,
      unpackedBytes: sizes.unpackedBytes,
      headerOffset: sizes.headerOffset + shift,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

function locate(view: DataView): { start: number; count: number; shift: number } {
  const end = endRecord(view);
  const wide = wideDirectory(view, end);
  if (wide === 'broken') throw broken();
  const count = wide?.count ?? view.getUint16(end + 10, true);
  const size = wide?.size ?? view.getUint32(end + 12, true);
  const offset = wide?.offset ?? view.getUint32(end + 16, true);
  const start = (wide?.end ?? end) - size;
  // Bytes before the archive, as self-extracting programs have, shift all of its offsets.
  return { start, count, shift: Math.max(0, start - offset) };
}

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSearchBytes);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  throw broken();
}

function broken(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'its archive directory cannot be read');
}

/** Whether an archive lists an entry; a broken directory counts as no where `strict` is false, else it throws. */
export function hasEntry(bytes: Uint8Array, name: string, strict: boolean): boolean {
  try {
    return readDirectory(bytes).some((entry) => entry.name === name);
  } catch (error) {
    if (strict || !(error instanceof Unreadable)) throw error;
    return false;
  }
}
