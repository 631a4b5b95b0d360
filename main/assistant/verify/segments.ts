import { foldInPlace } from '../language/words.ts';

/** A part of a sentence between commas, brackets, dashes and joining words; offsets into the sentence. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** A comma or point inside a number joins; one before white space parts. */
const parting =
  /[,;:](?=\s)|[()[\]|/]|\s[-–—]\s|—|\t|\s+(?:and|but|while|whereas|because|although|which|who|und|aber|wahrend|sowie|y|e|pero|mientras|porque|que|et|mais|tandis|car|qui|plus|or|oder|o|ou|then|so)\s+/gu;

/** The segments of a sentence in order; what parts them belongs to none. */
export function segmentsOf(sentence: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const match of foldInPlace(sentence).matchAll(parting)) {
    if (match.index > start) segments.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < sentence.length) segments.push({ start, end: sentence.length });
  return segments;
}
