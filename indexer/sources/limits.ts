import type { Limits } from './parser.ts';

/** Bytes of one file that are read at all: a giant file must not fill the memory before a parser sees it. */
export const fileBytesLimit = 200_000_000;

export const defaultLimits: Limits = {
  /** Text of one file with all it embeds: against files that are small on disk and endless when unpacked. */
  textChars: 20_000_000,
  /** Files inside files: against messages and archives that nest without end. */
  nesting: 5,
  /** Pages of one PDF: against documents that declare millions of them. */
  pages: 5_000,
  /** Files embedded in one file: against mails of a million parts. */
  parts: 1_000,
  /** Files in one archive and the archives inside it: against 42.zip, whose levels multiply to a million. */
  members: 10_000,
};

/** Unpacked bytes of one archive and the archives inside it: against bombs whose levels each keep their own bounds. */
export const unpackedBytesLimit = 500_000_000;

/** Hidden text kept for the record: it is shown, never searched, so a sample of it is enough. */
export const hiddenCharsLimit = 10_000;
