import type { Place } from '#main/contract/document.ts';
import type { ParsedDocument, Passage, TextRange } from '../sources/parser.ts';
import type { Chunk } from './chunk.ts';
import { cutIntoPieces, cutWhole, type Piece } from './cut.ts';
import { type ColumnNames, columnNames } from './table-header.ts';
import { weigh } from './weigh.ts';

/** Size of a chunk in words: about 200 tokens, inside the 256 that the smallest embedder reads. */
const mostWords = 150;
/** What a chunk repeats of the one before it, in whole sentences, so that no answer is cut in half. */
const overlapWords = 30;
/** A section smaller than this shares its chunk with the next: alone it would mean too little. */
const smallSectionWords = 50;
/** A remainder smaller than this joins the chunk before it. */
const smallRestWords = 25;
/** A quotation up to this size that is answered below it stays with its answer; a longer one is history. */
const answeredQuoteWords = 60;

interface PlacedPiece extends Piece {
  readonly place: Place;
  readonly heading: string;
  readonly isHeading: boolean;
  readonly section: number;
  readonly quoted: boolean;
  /** Of the table it is a row of. */
  readonly columns: ColumnNames | null;
}

/**
 * Cuts a document into what is embedded and ranked: about 150 words each, along its headings and sentences, each part
 * of a table with the names of its columns. What a mail repeats is left out, for it is a document of its own; of a mail
 * that says nothing else there is the beginning. Offsets are exact; time is linear in the text.
 */
export function chunkDocument(document: ParsedDocument): Chunk[] {
  const pieces = [...placedPieces(document)];
  const own = pieces.filter(({ quoted }) => !quoted);
  return own.length > 0 ? cutPieces(own) : cutPieces(pieces).slice(0, 1);
}

function cutPieces(pieces: readonly PlacedPiece[]): Chunk[] {
  const chunks: Chunk[] = [];
  let open: PlacedPiece[] = [];
  /** Pieces at the start of `open` that the chunk before holds too. */
  let repeated = 0;
  for (const piece of pieces) {
    const last = open.at(-1);
    if (last !== undefined && open.length > repeated) {
      const size = sizeOf(open);
      const apart =
        last.quoted !== piece.quoted || (last.section !== piece.section && size >= smallSectionWords);
      if (apart) {
        closeRest(chunks, open, repeated);
        open = [];
        repeated = 0;
      } else if (size + piece.words > roomFor(open, piece)) {
        const carried = carriedOver(open);
        chunks.push(chunkOf(open.slice(0, open.length - carried.headings)));
        open = carried.pieces;
        repeated = carried.pieces.length - carried.headings;
        if (sizeOf(open) + piece.words > roomFor(open, piece)) {
          open = open.slice(repeated);
          repeated = 0;
        }
      }
    } else if (last !== undefined && (last.quoted !== piece.quoted || last.section !== piece.section)) {
      open = [];
      repeated = 0;
    }
    open.push(piece);
  }
  closeRest(chunks, open, repeated);
  return chunks;
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.words, 0);
}

/** What a chunk says of its columns takes room from its rows, so that an embedder reads all of it. */
function roomFor(open: readonly PlacedPiece[], next: PlacedPiece): number {
  const first = open[0] ?? next;
  return mostWords - (columnsAbove([first, next])?.words ?? 0);
}

/** The columns of the first row whose header the chunk does not hold itself. */
function columnsAbove(pieces: readonly PlacedPiece[]): ColumnNames | null {
  const start = pieces[0]?.start ?? 0;
  return pieces.find(({ columns }) => columns !== null && columns.start < start)?.columns ?? null;
}

function chunkOf(pieces: readonly PlacedPiece[]): Chunk {
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a chunk of no pieces');
  const { start, place, quoted } = first;
  const heading = [first.heading, columnsAbove(pieces)?.names ?? '']
    .filter((part) => part !== '')
    .join(' › ');
  return { start, end: last.end, place, heading, quoted };
}

/** Ends a section: what is left becomes a chunk, or the end of the chunk before where it is too little. */
function closeRest(chunks: Chunk[], open: readonly PlacedPiece[], repeated: number): void {
  const last = open.at(-1);
  if (last === undefined || open.length === repeated) return;
  const before = chunks.at(-1);
  if (repeated > 0 && before !== undefined && sizeOf(open.slice(repeated)) < smallRestWords)
    chunks[chunks.length - 1] = { ...before, end: last.end };
  else chunks.push(chunkOf(open));
}

/** What the next chunk begins with: the last sentences of this one, or headings that stand at its end. */
function carriedOver(open: readonly PlacedPiece[]): { pieces: PlacedPiece[]; headings: number } {
  let headings = 0;
  while (headings < open.length - 1 && open[open.length - 1 - headings]?.isHeading) headings += 1;
  if (headings > 0) return { pieces: open.slice(open.length - headings), headings };
  let words = 0;
  let from = open.length;
  while (from > 1) {
    const piece = open[from - 1];
    if (piece === undefined || piece.isHeading || words + piece.words > overlapWords) break;
    words += piece.words;
    from -= 1;
  }
  return { pieces: open.slice(from), headings: 0 };
}

function* placedPieces(document: ParsedDocument): Iterable<PlacedPiece> {
  const { text } = document;
  const passages: readonly Passage[] =
    document.passages.length > 0
      ? document.passages
      : [{ start: 0, end: text.length, place: { line: 1 }, role: 'paragraph' }];
  const path: string[] = [];
  let section = 0;
  let quoted = false;
  let header: TextRange | undefined;
  let columns: ColumnNames | null = null;
  for (const [index, passage] of passages.entries()) {
    if (passage.role === 'heading') {
      section += 1;
      path.length = Math.min(path.length, (passage.level ?? 1) - 1);
      path[(passage.level ?? 1) - 1] = text.slice(passage.start, passage.end).trim();
    }
    const heading = headingOf(path, document.title);
    // A signature says little alone: it goes with what stands before it.
    if (passage.role !== 'signature')
      quoted = passage.role === 'quoted' && !isAnswered(text, passages, index);
    const isHeading = passage.role === 'heading';
    if (passage.header !== header) {
      header = passage.header;
      columns = header === undefined ? null : columnNames(text, header);
    }
    const cut = columns === null ? cutIntoPieces : cutWhole;
    for (const piece of cut(text, passage.start, passage.end, mostWords - (columns?.words ?? 0)))
      yield { ...piece, place: passage.place, heading, isHeading, section, quoted, columns };
  }
}

/** The headings above a chunk; a first one that repeats the title says nothing new. */
function headingOf(path: readonly string[], title: string): string {
  return path.filter((part, depth) => part !== undefined && !(depth === 0 && part === title)).join(' › ');
}

/** A short quotation with an answer below, in one paragraph or in several, belongs to that. */
function isAnswered(text: string, passages: readonly Passage[], index: number): boolean {
  let words = 0;
  for (const { start, end, role } of passages.slice(index)) {
    if (role !== 'quoted') return role !== 'signature';
    words += weigh(text, start, end);
    if (words > answeredQuoteWords) return false;
  }
  return false;
}
