import { basename } from 'node:path';
import type { FileState, Reason } from '#main/contract/ledger.ts';
import type { FileMeta } from '../../sources/parser.ts';
import type { Bookmark, Portion, PortionEnd } from '../../sources/portion.ts';
import type { PortionRow } from '../../store/portion-rows.ts';
import type { FileStanding } from '../file-standing.ts';
import type { Log } from '../log.ts';
import type { FileContent, ParserPool } from '../pool/parser-pool.ts';
import type { OpenFile } from '../read-file.ts';

/** What the pieces of a file are read with. */
export interface PieceTools {
  readonly path: string;
  readonly file: OpenFile;
  readonly standing: FileStanding;
  readonly pool: ParserPool;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface Piece {
  readonly content: FileContent;
  readonly end: PortionEnd;
  /** Of what it was read from; hex. */
  readonly hash: string;
  readonly isLast: boolean;
  /** Where the parser ended with some of it: up to this place its units are better read one by one. */
  readonly carefulUntil: number;
}

/** How files of one format fall into pieces. */
export interface Pieces {
  /** The hash of what a piece was read from, by the file as it is now; null where that is not all there any more. */
  hashOf(from: Bookmark, row: PortionRow): Promise<string | null>;
  /** Throws PortionUnread. */
  read(from: Bookmark, carefully: boolean): Promise<Piece>;
  /** How much of the file is read with all that is before a place. */
  bytesBefore(next: Bookmark): number;
}

/** Nothing can be read from here on: the file cannot be, or not even passing over one unit leaves the parser alive. */
export class PortionUnread extends Error {
  readonly state: FileState;
  readonly reason: Reason;

  constructor({ state, reason }: Pick<FileContent, 'state' | 'reason'>) {
    super(`a portion could not be read: ${reason}`);
    this.state = state;
    this.reason = reason ?? 'corrupt';
  }
}

export function metaOf({ path, file, standing }: PieceTools): FileMeta {
  return { name: basename(path), modifiedMs: file.stat.modifiedMs, ...standing };
}

/**
 * How a portion that ended its parser, by time, memory or a bug, is read once more: unit by unit, until the one that
 * does it is passed over. Throws PortionUnread where that helps no more.
 */
export function moreCarefully(
  { path, log }: PieceTools,
  { at, units }: Bookmark,
  content: FileContent,
  take: Portion['take'],
): Portion['take'] {
  log.warn('portion-unread', { path, at, units, reason: content.reason ?? 'none', take });
  if (take === 'none') throw new PortionUnread(content);
  return take === 'all' ? 'one' : 'none';
}
