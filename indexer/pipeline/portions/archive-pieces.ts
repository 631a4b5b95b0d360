import { portionDocuments } from '../../sources/limits.ts';
import type { Portion } from '../../sources/portion.ts';
import { hashBetween } from './hash-bytes.ts';
import { metaOf, moreCarefully, type Pieces, type PieceTools, PortionUnread } from './pieces.ts';

/**
 * The items of an Outlook archive lie all over it, and its parser asks for the bytes that it wants: a piece is so many
 * items, and holds as long as the archive is the same.
 */
export function archivePieces(tools: PieceTools): Pieces {
  const { file, pool, signal } = tools;
  const { sizeBytes } = file.stat;
  let wholeHash: Promise<string | null> | null = null;
  let givenBytes = 0;
  const hash = (): Promise<string | null> => {
    wholeHash ??= hashBetween(file, 0, sizeBytes, signal);
    return wholeHash;
  };
  const slices = {
    sizeBytes,
    async read(at: number, length: number) {
      const bytes = await file.read(at, length);
      givenBytes += bytes.length;
      return bytes;
    },
  };
  return {
    hashOf: hash,
    async read(from, carefully) {
      let take: Portion['take'] = carefully ? 'one' : 'all';
      let carefulUntil = 0;
      while (true) {
        const portion = { format: file.format, from, isEnd: true, isLargest: true, take };
        const meta = { ...metaOf(tools), portion };
        const content = await pool.read(new Uint8Array(0), meta, signal, slices);
        const end = content.portion;
        if (end !== undefined)
          return { content, end, carefulUntil, isLast: end.isDone, hash: (await hash()) ?? '' };
        // What its parser says of all of it is no matter of the item in hand.
        if (content.parserId !== null) throw new PortionUnread(content);
        if (take === 'all') carefulUntil = from.at + portionDocuments;
        take = moreCarefully(tools, from, content, take);
      }
    },
    // It is not read in a row: what was asked for tells about how far it is.
    bytesBefore: () => Math.min(givenBytes, sizeBytes),
  };
}
