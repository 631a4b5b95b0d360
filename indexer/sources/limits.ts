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

/** Bytes of a file that is read piece by piece, at once: some hundred mails. */
export const portionBytes = 512 * 1024;
/**
 * What one unit of such a file may take: mail services let 25 MB of attachments through, which are 34 MB in base64. Of
 * what is larger the beginning is read.
 */
export const largestPortionBytes = 36_000_000;
/** Documents after which a portion ends: they are written at once, which keeps searches waiting for about 30 ms. */
export const portionDocuments = 150;

/** Unpacked bytes of one archive and the archives inside it: against bombs whose levels each keep their own bounds. */
export const unpackedBytesLimit = 500_000_000;

/** Hidden text kept for the record: it is shown, never searched, so a sample of it is enough. */
export const hiddenCharsLimit = 10_000;
