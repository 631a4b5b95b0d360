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
};

/** Hidden text kept for the record: it is shown, never searched, so a sample of it is enough. */
export const hiddenCharsLimit = 10_000;
