import { createHash } from 'node:crypto';
import { largestPortionBytes, portionBytes } from '../../sources/limits.ts';
import type { Bookmark, Portion } from '../../sources/portion.ts';
import type { OpenFile } from '../read-file.ts';
import { findBetween, hashBetween, hashUpTo } from './hash-bytes.ts';
import { metaOf, moreCarefully, type Piece, type Pieces, type PieceTools, PortionUnread } from './pieces.ts';

/** A portion in which nothing is whole is read once more, this many times as large. */
const growth = 4;
/** Before it grows beyond this it is looked whether it would be whole then: 36 MB take both processes 100 MB each. */
const knowinglyFrom = 8 * 1024 * 1024;
/** What stands behind the bytes that are looked for says whether it is them. */
const afterFound = 8_192;

/** A mailbox falls into stretches that stand in a row: what did not change of it is not read again. */
export function mailboxPieces(tools: PieceTools): Pieces {
  const { file, signal } = tools;
  return {
    async hashOf(from, { next, isLast }) {
      // The last message of a mailbox that has grown may have grown too.
      if (isLast && next.at !== file.stat.sizeBytes) return null;
      return hashBetween(file, from.at, next.at, signal);
    },
    async read(from, carefully) {
      const hash = createHash('sha256');
      const at = from.skipTo === null ? from.at : await hashUpTo(file, from.at, from.skipTo, hash, signal);
      const { bytes, ...piece } = await readStretch(tools, { ...from, at }, carefully);
      return { ...piece, hash: hash.update(bytes).digest('hex') };
    },
    bytesBefore: (next) => next.at,
  };
}

/** `bytes`: from where the stretch begins to where the next one does. */
type Stretch = Omit<Piece, 'hash'> & { readonly bytes: Uint8Array };

async function readStretch(tools: PieceTools, from: Bookmark, carefully: boolean): Promise<Stretch> {
  const { file, pool, signal } = tools;
  let take: Portion['take'] = carefully ? 'one' : 'all';
  let carefulUntil = 0;
  let isLargest = false;
  for (let size = portionBytes; ; ) {
    signal.throwIfAborted();
    const bytes = await file.read(from.at, size);
    const isEnd = bytes.length < size || from.at + bytes.length === file.stat.sizeBytes;
    const portion = { format: file.format, from, isEnd, isLargest, take };
    const content = await pool.read(bytes, { ...metaOf(tools), portion }, signal);
    const end = content.portion;
    if (end === undefined) {
      if (take === 'all') carefulUntil = from.at + bytes.length;
      take = moreCarefully(tools, from, content, take);
      continue;
    }
    const length = end.next.at - from.at;
    const isLast = isEnd && length === bytes.length;
    if (length > 0 || isEnd) return { bytes: bytes.subarray(0, length), content, end, isLast, carefulUntil };
    if (isLargest) throw new PortionUnread({ state: 'failed', reason: 'corrupt' });
    const larger = await largerSize(file, from.at, size, end.next.skipTo, signal);
    isLargest = larger === null || larger >= largestPortionBytes;
    size = larger ?? size;
  }
}

/** How much is to be read of what is not whole in `size` bytes; null where it is not whole in the most that is read. */
async function largerSize(
  file: OpenFile,
  at: number,
  size: number,
  sought: string | null,
  signal: AbortSignal,
): Promise<number | null> {
  if (size * growth <= knowinglyFrom) return size * growth;
  if (sought === null) return Math.min(size * growth, largestPortionBytes);
  const found = await findBetween(file, at + size - afterFound, at + largestPortionBytes, sought, signal);
  if (found === null) return null;
  return Math.min(Math.max(found - at + afterFound, 2 * size), largestPortionBytes);
}
