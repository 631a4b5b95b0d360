import { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { type EmbeddedFile, type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { ByteStream } from './byte-stream.ts';
import { handOn } from './hand-on.ts';
import { mostMemberBytes, unpackedRoom } from './member-limits.ts';
import { beginsWithTar, tarMembers } from './tar-members.ts';

/** A file compressed with gzip or Zstandard: a tar archive, or one file alone. Unpacked piece by piece. */
export const compressedParser: Parser = {
  id: 'compressed',
  version: parserVersions.compressed,
  async *parse(bytes, meta) {
    const stream = new ByteStream(unpacked(bytes));
    try {
      if (await beginsWithTar(stream)) yield* handOn(tarMembers(stream));
      else yield { type: 'embedded', file: await onlyFile(stream, meta.name) };
    } finally {
      await stream.close();
    }
  },
};

const pieceBytes = 65_536;

async function* unpacked(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  const unpacker = bytes[0] === 0x1f ? createGunzip() : createZstdDecompress();
  let room = unpackedRoom(bytes.length);
  try {
    for await (const chunk of piecesOf(bytes).pipe(unpacker)) {
      room -= chunk.length;
      if (room < 0) throw new Unreadable('failed', 'too-large', 'unpacked');
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof Unreadable) throw cause;
    throw new Unreadable('failed', 'corrupt', 'its content cannot be unpacked', cause);
  }
}

function piecesOf(bytes: Uint8Array): Readable {
  function* pieces(): Iterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  return Readable.from(pieces(), { objectMode: false });
}

/** It has the archive's own name without what compression added to it. */
async function onlyFile(stream: ByteStream, archiveName: string): Promise<EmbeddedFile> {
  const bytes = await stream.take(mostMemberBytes + 1);
  if (bytes.length > mostMemberBytes) throw new Unreadable('failed', 'too-large', 'unpacked');
  const name = archiveName.replace(/(?<=.)\.(?:gz|tgz|zst|tzst)$/i, '');
  return { name, folder: '', bytes };
}
