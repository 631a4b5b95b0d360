import type { Bytes } from '../ole/bytes.ts';
import { Unreadable } from '../parser.ts';
import { labelOfCodePage } from '../rtf/code-pages.ts';
import type { Fib } from './fib.ts';

/** A run of text that lies in one stretch of the document stream. */
export interface Piece {
  /** Its first character in the whole text. */
  readonly start: number;
  readonly length: number;
  /** Its first byte in the document stream. */
  readonly at: number;
  readonly bytesPerCharacter: 1 | 2;
}

export interface PieceText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Pieces of one text: against tables in which millions of them claim the same bytes. */
const mostPieces = 200_000;
/** Code pages by primary language, for text of Word 6 and 95; all others write windows-1252. */
const codePages = new Map([
  [0x01, 1256],
  [0x02, 1251],
  [0x04, 936],
  [0x05, 1250],
  [0x08, 1253],
  [0x0d, 1255],
  [0x0e, 1250],
  [0x11, 932],
  [0x12, 949],
  [0x15, 1250],
  [0x19, 1251],
  [0x1e, 874],
  [0x1f, 1254],
  [0x22, 1251],
]);

/** The whole text in its order ([MS-DOC] 2.4.1), at most `mostChars` of it. */
export function readPieces(document: Bytes, table: Bytes, fib: Fib, mostChars: number): PieceText {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let start = 0;
  for (const { at, length, bytesPerCharacter } of placesOf(table, fib)) {
    const kept = Math.min(length, mostChars - start);
    if (kept <= 0) break;
    if (!document.has(at, kept * bytesPerCharacter))
      throw new Unreadable('failed', 'corrupt', 'it is cut short');
    parts.push(
      bytesPerCharacter === 2
        ? document.utf16(at, kept)
        : new TextDecoder('windows-1252').decode(document.slice(at, at + kept)),
    );
    pieces.push({ start, length: kept, at, bytesPerCharacter });
    start += kept;
  }
  return { text: parts.join(''), pieces };
}

/** Text of Word 6 and 95 that was saved in one piece, as nearly all was. */
export function readOldText(document: Bytes, { textRange, languageId }: Fib): PieceText {
  if (!document.has(textRange.at, textRange.length))
    throw new Unreadable('failed', 'corrupt', 'it is cut short');
  const label = labelOfCodePage(codePages.get(languageId & 0xff) ?? 1252);
  const bytes = document.slice(textRange.at, textRange.at + textRange.length);
  return { text: new TextDecoder(label).decode(bytes), pieces: [] };
}

function* placesOf(table: Bytes, { pieces }: Fib): Iterable<Omit<Piece, 'start'>> {
  const at = pieceTableAt(table, pieces.at, pieces.at + pieces.length);
  const count = Math.min(mostPieces, Math.floor((table.u32(at + 1) - 4) / 12));
  const positions = at + 5;
  const descriptors = positions + 4 * (count + 1);
  for (let index = 0; index < count; index += 1) {
    const length = table.u32(positions + 4 * (index + 1)) - table.u32(positions + 4 * index);
    if (length < 0) throw new Unreadable('failed', 'corrupt', 'its text is out of order');
    const place = table.u32(descriptors + 8 * index + 2);
    const isCompressed = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    yield { length, at: isCompressed ? offset / 2 : offset, bytesPerCharacter: isCompressed ? 1 : 2 };
  }
}

/** The piece table follows any number of property lists ([MS-DOC] 2.9.38). */
function pieceTableAt(table: Bytes, start: number, end: number): number {
  let at = start;
  while (at < end && table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (at >= end || table.u8(at) !== 2) throw new Unreadable('failed', 'corrupt', 'its text cannot be found');
  return at;
}
