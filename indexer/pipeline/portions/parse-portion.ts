import { basename } from 'node:path';
import type { Reason } from '#main/contract/ledger.ts';
import { largestPortionBytes, portionBytes } from '../../sources/limits.ts';
import type { Bookmark, Portion, PortionEnd } from '../../sources/portion.ts';
import type { FileStanding } from '../file-standing.ts';
import type { Log } from '../log.ts';
import type { FileContent, ParserPool } from '../pool/parser-pool.ts';
import type { OpenFile } from '../read-file.ts';
import { findBetween } from './hash-bytes.ts';

/** A portion in which nothing is whole is read once more, this many times as large. */
const growth = 4;
/** Before it grows beyond this it is looked whether it would be whole then: 36 MB take both processes 100 MB each. */
const knowinglyFrom = 8 * 1024 * 1024;
/** What stands behind the bytes that are looked for says whether it is them. */
const afterFound = 8_192;

export interface PortionParser {
  readonly path: string;
  readonly file: OpenFile;
  readonly standing: FileStanding;
  readonly pool: ParserPool;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface ParsedPortion {
  /** The file's bytes from where it begins to where the next one does. */
  readonly bytes: Uint8Array;
  readonly content: FileContent;
  readonly end: PortionEnd;
  readonly isLast: boolean;
  /** Where the parser ended with some of them: up to here units are better read one by one. */
  readonly carefulUntil: number;
}

/** Not even passing over one unit leaves the parser alive. */
export class PortionUnread extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`a portion could not be read: ${reason}`);
    this.reason = reason;
  }
}

/**
 * Has a portion parsed in the pool. One that ends its parser, by time, memory or a bug, is read unit by unit, and the
 * unit that does it is passed over. Throws PortionUnread.
 */
export async function parsePortion(
  parser: PortionParser,
  from: Bookmark,
  carefully: boolean,
): Promise<ParsedPortion> {
  const { path, file, pool, log, signal } = parser;
  const meta = { name: basename(path), modifiedMs: file.stat.modifiedMs, ...parser.standing };
  let take: Portion['take'] = carefully ? 'one' : 'all';
  let carefulUntil = 0;
  let isLargest = false;
  for (let size = portionBytes; ; ) {
    signal.throwIfAborted();
    const bytes = await file.read(from.at, size);
    const isEnd = bytes.length < size || from.at + bytes.length === file.stat.sizeBytes;
    const portion = { format: file.format, from, isEnd, isLargest, take };
    const content = await pool.read(bytes, { ...meta, portion }, signal);
    const end = content.portion;
    if (end === undefined) {
      const reason = content.reason ?? 'corrupt';
      log.warn('portion-unread', { path, at: from.at, units: from.units, reason, take });
      if (take === 'none') throw new PortionUnread(reason);
      if (take === 'all') carefulUntil = from.at + bytes.length;
      take = take === 'all' ? 'one' : 'none';
      continue;
    }
    const length = end.next.at - from.at;
    if (length > 0 || isEnd)
      return {
        bytes: bytes.subarray(0, length),
        content,
        end,
        isLast: isEnd && length === bytes.length,
        carefulUntil,
      };
    if (isLargest) throw new PortionUnread('corrupt');
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
