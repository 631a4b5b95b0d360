import { Unreadable } from '../parser.ts';
import type { ByteStream } from './byte-stream.ts';
import type { Member } from './hand-on.ts';
import { mostEntries, mostMemberBytes } from './member-limits.ts';
import { blockBytes, paxFields, type TarHeader, tarHeader, textAt } from './tar-header.ts';

/** Records that carry a long name; a path is no longer than a few thousand bytes. */
const mostRecordBytes = 1_000_000;

/** True where the stream begins with a tar archive's header. */
export async function beginsWithTar(stream: ByteStream): Promise<boolean> {
  const header = tarHeader(await stream.peek(blockBytes));
  return header !== null && header !== 'end';
}

/** The files of a tar archive, in its order. Throws `Unreadable` corrupt where it is cut off or broken. */
export async function* tarMembers(stream: ByteStream): AsyncIterable<Member> {
  let named: Partial<TarHeader> = {};
  for (let count = 0; count < mostEntries; count += 1) {
    const block = await stream.take(blockBytes);
    // Some programs leave out the zeros at the end.
    const header = block.length === 0 ? 'end' : tarHeader(block);
    if (header === 'end') return;
    if (header === null) throw broken();
    const entry = { ...header, ...named };
    if ('xL'.includes(header.type)) named = { ...named, ...(await recordOf(stream, header)) };
    else {
      named = {};
      if (isFile(header.type)) yield* memberOf(stream, entry);
      else await skipWhole(stream, padded(entry.sizeBytes));
    }
  }
  throw new Unreadable('failed', 'too-large', `${mostEntries} entries`);
}

/** Type '7' is a file that was to lie in one piece; links, devices and pax records of the whole archive are none. */
function isFile(type: string): boolean {
  return type === '0' || type === '7';
}

async function* memberOf(stream: ByteStream, { path, sizeBytes }: TarHeader): AsyncIterable<Member> {
  let left = padded(sizeBytes);
  // Before POSIX a folder was a file whose name ends so.
  if (!path.endsWith('/'))
    yield {
      path,
      async read() {
        if (sizeBytes > mostMemberBytes) throw new Unreadable('failed', 'too-large', 'unpacked');
        const bytes = await stream.take(sizeBytes);
        left -= bytes.length;
        if (bytes.length < sizeBytes) throw broken();
        return bytes;
      },
    };
  await skipWhole(stream, left);
}

async function recordOf(stream: ByteStream, { type, sizeBytes }: TarHeader): Promise<Partial<TarHeader>> {
  if (sizeBytes > mostRecordBytes) throw broken();
  const record = (await stream.take(padded(sizeBytes))).subarray(0, sizeBytes);
  if (record.length < sizeBytes) throw broken();
  if (type === 'L') return { path: textAt(record, 0, sizeBytes) };
  const fields = paxFields(record);
  const [path, size] = [fields.get('path'), Number(fields.get('size') ?? Number.NaN)];
  return {
    ...(path !== undefined && { path }),
    ...(Number.isSafeInteger(size) && size >= 0 && { sizeBytes: size }),
  };
}

async function skipWhole(stream: ByteStream, count: number): Promise<void> {
  if (!(await stream.skip(count))) throw broken();
}

function padded(sizeBytes: number): number {
  return Math.ceil(sizeBytes / blockBytes) * blockBytes;
}

function broken(): Unreadable {
  return new Unreadable('failed', 'corrupt', 'the archive breaks off');
}
