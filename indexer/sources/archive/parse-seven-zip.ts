import { type ParseEvent, type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { ByteStream } from './byte-stream.ts';
import { handOn, type Member } from './hand-on.ts';
import { mostEntries, mostMemberBytes, unpackedRoom } from './member-limits.ts';
import { memberPath } from './member-path.ts';
import { SevenZipEngine } from './seven-zip-engine.ts';
import { type ListedFile, listedFiles } from './seven-zip-listing.ts';
import { beginsWithTar, tarMembers } from './tar-members.ts';

/** Unpacked bytes held at once: these archives are one stream, which is unpacked in one go. */
const mostHeldBytes = 200_000_000;

/** 7z and RAR archives, and files compressed with xz or bzip2. */
export const sevenZipParser: Parser = {
  id: 'seven-zip',
  version: parserVersions['seven-zip'],
  async *parse(bytes, meta) {
    const type = typeOf(bytes);
    if (type === '7z' && hasLockedNames(bytes)) throw new Unreadable('skipped', 'encrypted');
    const engine = await SevenZipEngine.open(bytes, type);
    if (type === 'xz' || type === 'bzip2') yield* single(engine, bytes, meta.name);
    else yield* handOn(membersOf(engine, bytes));
  },
};

function typeOf(bytes: Uint8Array): '7z' | 'rar' | 'rar5' | 'xz' | 'bzip2' {
  const [first, , , , , , seventh] = bytes;
  if (first === 0x37) return '7z';
  if (first === 0xfd) return 'xz';
  if (first === 0x42) return 'bzip2';
  if (first === 0x52) return seventh === 1 ? 'rar5' : 'rar';
  throw new Unreadable('failed', 'mislabelled', 'it is no archive');
}

/** An encrypted list of names (7zFormat.txt: EncodedHeader by coder 06F10701) ends 7-Zip with an exception. */
function hasLockedNames(bytes: Uint8Array): boolean {
  if (bytes.length < 32) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, 32);
  const [offset, size] = [Number(view.getBigUint64(12, true)), Number(view.getBigUint64(20, true))];
  const header = Buffer.from(bytes.subarray(32 + offset, 32 + offset + size));
  return header[0] === 0x17 && header.includes(Buffer.from([0x06, 0xf1, 0x07, 0x01]));
}

function* membersOf(engine: SevenZipEngine, bytes: Uint8Array): Iterable<Member> {
  const lines = engine.list();
  if (lines === null) throw unopened(engine);
  const files = listedFiles(lines).slice(0, mostEntries);
  const chosen = chosenOf(files);
  const paths = [...chosen].map(({ path }) => path);
  if (paths.length > 0) engine.unpack(paths, Math.min(mostHeldBytes, unpackedRoom(bytes.length)));
  for (const file of files) yield { path: file.path, read: () => unpackedOf(engine, file, chosen.has(file)) };
}

/** What is worth unpacking, as far as it fits. */
function chosenOf(files: readonly ListedFile[]): Set<ListedFile> {
  let room = mostHeldBytes;
  const chosen = new Set<ListedFile>();
  for (const file of files) {
    if (file.encrypted || file.sizeBytes > mostMemberBytes || memberPath(file.path) === null) continue;
    room -= file.sizeBytes;
    if (room < 0) break;
    chosen.add(file);
  }
  return chosen;
}

function unpackedOf(engine: SevenZipEngine, file: ListedFile, isChosen: boolean): Uint8Array {
  if (file.encrypted) throw new Unreadable('skipped', 'encrypted');
  if (!isChosen) throw new Unreadable('failed', 'too-large', 'unpacked');
  const bytes = engine.take(file.path);
  if (bytes === null || bytes.length < file.sizeBytes) throw new Unreadable('failed', 'corrupt', 'cut short');
  return bytes;
}

/** A tar archive inside, or one file that has the archive's name without what compression added to it. */
async function* single(
  engine: SevenZipEngine,
  bytes: Uint8Array,
  archiveName: string,
): AsyncIterable<ParseEvent> {
  engine.unpack('all', Math.min(mostHeldBytes, unpackedRoom(bytes.length)));
  const [name] = engine.names();
  const unpacked = name === undefined ? null : engine.take(name);
  if (unpacked === null) throw unopened(engine);
  const stream = new ByteStream([unpacked]);
  if (await beginsWithTar(stream)) return yield* handOn(tarMembers(stream));
  if (unpacked.length > mostMemberBytes) throw new Unreadable('failed', 'too-large', 'unpacked');
  const own = archiveName.replace(/(?<=.)\.(?:xz|txz|bz2|tbz2?)$/i, '');
  yield { type: 'embedded', file: { name: own, folder: '', bytes: unpacked } };
}

function unopened(engine: SevenZipEngine): Unreadable {
  return /encrypted|password/i.test(engine.said)
    ? new Unreadable('skipped', 'encrypted')
    : new Unreadable('failed', 'corrupt', 'its content cannot be unpacked');
}
