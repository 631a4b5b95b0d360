import type { Bytes } from '../ole/bytes.ts';
import { Unreadable } from '../parser.ts';

/** Where a table lies in the table stream; of no length where there is none. */
export interface TableRange {
  readonly at: number;
  readonly length: number;
}

/** The parts of a document's text, which follow each other in one run of characters. */
export interface StoryLengths {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly macros: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
}

/** The file information block at the start of a Word document ([MS-DOC] 2.5). */
export interface Fib {
  /** Word 6 and 95: text in one piece, of bytes. */
  readonly isOld: boolean;
  readonly tableStream: '0Table' | '1Table';
  /** Of the language it was written in: tells the code page of old text. */
  readonly languageId: number;
  /** Where old text lies. */
  readonly textRange: TableRange;
  readonly stories: StoryLengths;
  readonly pieces: TableRange;
  readonly characterRuns: TableRange;
  readonly paragraphRuns: TableRange;
  readonly styles: TableRange;
}

const none: TableRange = { at: 0, length: 0 };
/** `nFib` of Word 97, the first with Unicode. */
const word97 = 106;

/** Throws `Unreadable` encrypted, corrupt or mislabelled. */
export function readFib(document: Bytes): Fib {
  const magic = document.u16(0);
  if (magic !== 0xa5ec && magic !== 0xa5dc)
    throw new Unreadable('failed', 'mislabelled', 'it is no Word document');
  const flags = document.u16(10);
  if ((flags & 0x0100) !== 0) throw new Unreadable('skipped', 'encrypted');
  const isOld = document.u16(2) < word97;
  const range = (at: number) => ({ at: document.u32(at), length: document.u32(at + 4) });
  return {
    isOld,
    tableStream: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    languageId: document.u16(6),
    textRange: { at: document.u32(24), length: Math.max(0, document.u32(28) - document.u32(24)) },
    stories: isOld ? storiesAt(document, 0x34, false) : storiesAt(document, 0x4c, true),
    pieces: isOld ? none : range(0x1a2),
    characterRuns: isOld ? none : range(0xfa),
    paragraphRuns: isOld ? none : range(0x102),
    styles: isOld ? none : range(0xa2),
  };
}

function storiesAt(document: Bytes, at: number, hasBoxes: boolean): StoryLengths {
  return {
    main: document.u32(at),
    footnotes: document.u32(at + 4),
    headers: document.u32(at + 8),
    macros: document.u32(at + 12),
    comments: document.u32(at + 16),
    endnotes: document.u32(at + 20),
    textBoxes: hasBoxes ? document.u32(at + 24) : 0,
  };
}
