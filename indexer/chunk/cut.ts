import { isSpace, WordScale, weigh, wordsPerCharacter } from './weigh.ts';

/** A stretch that chunks are built of: a sentence, a line of a list, or part of an enormous one. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/** Texts shorter than this are one piece; looking for sentences in them costs more than it gives. */
const shortChars = 80;
/** A run without any space is cut here at the latest: no word of any language is as long, only encoded data is. */
const longestRunChars = 2_000;

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** Cuts `text` from `start` to `end` at sentence ends (UAX 29), and sentences over `mostWords` inside, between words. */
export function cutIntoPieces(text: string, start: number, end: number, mostWords: number): Piece[] {
  return [...sentenceRanges(text, start, end)].flatMap(([from, to]) => cutWhole(text, from, to, mostWords));
}

/** One piece of `text` from `start` to `end`, such as a row of a table; cut between words only where it is over `mostWords`. */
export function cutWhole(text: string, start: number, end: number, mostWords: number): Piece[] {
  const piece = trimmed(text, start, end);
  if (piece === null) return [];
  const size = weigh(text, piece.start, piece.end);
  return size <= mostWords ? [{ ...piece, words: size }] : cutLong(text, piece.start, piece.end, mostWords);
}

function* sentenceRanges(text: string, start: number, end: number): Iterable<[number, number]> {
  if (end - start < shortChars) {
    yield [start, end];
    return;
  }
  for (const { index, segment } of sentences.segment(text.slice(start, end)))
    yield [start + index, start + index + segment.length];
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return from === to ? null : { start: from, end: to };
}

function cutLong(text: string, start: number, end: number, mostWords: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  while (from < end) {
    const to = breakAfter(text, from, end, mostWords);
    const piece = trimmed(text, from, to);
    if (piece !== null) pieces.push({ ...piece, words: weigh(text, piece.start, piece.end) });
    from = to;
  }
  return pieces;
}

/** Where a stretch of about `mostWords` from `start` ends: after a clause, else after a word, else after a grapheme. */
function breakAfter(text: string, start: number, end: number, mostWords: number): number {
  const scale = new WordScale();
  let clause = 0;
  let space = 0;
  let at = start;
  for (; at < end && at - start < longestRunChars; at += 1) {
    const unit = text.charCodeAt(at);
    scale.add(unit);
    if (scale.words > mostWords) break;
    if (isSpace(unit)) {
      space = at + 1;
      if (',;:'.includes(text.charAt(at - 1))) clause = at + 1;
    } else if (unit === 0x3001 || unit === 0xff0c || unit === 0xff1b) clause = at + 1;
  }
  if (at >= end) return end;
  const half = start + (at - start) / 2;
  if (clause > half) return clause;
  if (space > half) return space;
  return wordBoundary(text, start, at);
}

/** The last boundary between words at or before `at`, for scripts without spaces; never inside a surrogate pair. */
function wordBoundary(text: string, start: number, at: number): number {
  const from = Math.max(start, at - 120);
  const window = text.slice(from, at + 40);
  let boundary = start;
  for (const { index } of words.segment(window)) {
    if (from + index > at) break;
    // A window that opens inside a word begins with a false boundary.
    if (index > 0) boundary = from + index;
  }
  if (boundary > start) return boundary;
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low <= 0xdfff && wordsPerCharacter(low) > 0 ? at - 1 : at;
}
