import type { Reason } from '#main/contract/ledger.ts';
import type { StreamedFormat } from './formats.ts';

/**
 * Where in a file its reader stands: all that the rest is read by, so that any process can go on from here, at any time.
 * Two that are equal lead to the same reading of the same bytes.
 */
export interface Bookmark {
  /** Byte of the file from which on nothing is read yet; where units do not stand in a row, as many as come before. */
  readonly at: number;
  /** Units (the messages of a mailbox) that begin before it. */
  readonly units: number;
  /** The reader's own; empty at the beginning. */
  readonly state: string;
  /** Nothing is to be found before these characters (latin1) come: inside of what is too large to be read. null for none. */
  readonly skipTo: string | null;
}

export const beginning: Bookmark = { at: 0, units: 0, state: '', skipTo: null };

/** A stretch of a file that is read piece by piece, for its parser: it takes what is whole in it. */
export interface Portion {
  readonly format: StreamedFormat;
  /** Where the bytes at hand begin, and what came before. */
  readonly from: Bookmark;
  /** The file ends with these bytes. */
  readonly isEnd: boolean;
  /** Where nothing in it is whole, there will be no larger one. */
  readonly isLargest: boolean;
  /** `one` and `none` are for a portion that ended its parser: unit by unit, and over the one that does it. */
  readonly take: 'all' | 'one' | 'none';
}

/** What is missing, and how often: a mailbox may leave a thousand mails out for one reason. */
export interface CountedShortfall {
  readonly reason: Reason;
  readonly detail: string;
  readonly count: number;
}

/** What reading a portion came to, beside its documents. */
export interface PortionEnd {
  /** Where the next one begins; where nothing in it was whole it has to be larger, and reach to what `skipTo` says. */
  readonly next: Bookmark;
  /** Nothing is behind it. */
  readonly isDone: boolean;
  /** Of each document, in order: the unit it is of. Units are counted from 1. */
  readonly units: readonly number[];
  readonly shortfalls: readonly CountedShortfall[];
}
