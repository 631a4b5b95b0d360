import { foldInPlace } from '../language/words.ts';

/** A part of a sentence between commas, brackets, dashes and joining words; offsets into the sentence. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A comma or point inside a number joins; one before white space parts. */
const parting =
  /[,;:](?=\s)|[()[\]|/]|\s[-–—]\s|—|\t|\s+(?:and|but|while|whereas|because|although|which|who|und|aber|wahrend|sowie|y|e|pero|mientras|porque|que|et|mais|tandis|car|qui|plus|or|oder|o|ou|then|so)\s+/gu;

/** What stands in round brackets, which parts nothing: "the hose (third floor, left) burst". */
const bracketed = /\([^()]*\)/g;

/** The same text, as long as before, with blanks for what stands in round brackets. */
function withoutInsertions(text: string): string {
  return text.replace(bracketed, (found) => '_'.repeat(found.length));
}

/** Whether an offset of a sentence lies in round brackets. */
export function isInserted(sentence: string, at: number): boolean {
  return [...sentence.matchAll(bracketed)].some(
    (match) => at > match.index && at < match.index + match[0].length,
  );
}

/** The segments of a sentence in order; what parts them belongs to none. */
export function segmentsOf(sentence: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const match of withoutInsertions(foldInPlace(sentence)).matchAll(parting)) {
    if (match.index > start) segments.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < sentence.length) segments.push({ start, end: sentence.length });
  return segments;
}
