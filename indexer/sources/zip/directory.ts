import { Unreadable } from '../parser.ts';

/** A file inside an archive, as the central directory lists it (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly headerOffset: number;
}

/** Against archives that list millions of files. */
const mostEntries = 10_000;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record is 22 bytes and a comment of up to 65,535. */
const endSearchBytes = 22 + 65_535;

/** The central directory of an archive. Throws `Unreadable` corrupt or too-large. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  // Bytes before the archive, as self-extracting programs have, shift all of its offsets.
  const shift = Math.max(0, end - size - view.getUint32(end + 16, true));
  if (count > mostEntries) throw new Unreadable('failed', 'too-large', `${count} entries`);
  const entries: ZipEntry[] = [];
  let at = end - size;
  for (let index = 0; index < count; index += 1) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true) + shift,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
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
