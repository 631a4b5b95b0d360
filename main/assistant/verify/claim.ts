import type { Language } from '../language/stop-words.ts';
import { findValues, type Value } from '../language/values.ts';
import { fold, languageOf, words } from '../language/words.ts';
import { attributionOf } from './attribution.ts';
import { type Markers, markersOf } from './markers.ts';
import { rephrased } from './phrases.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { type SensedWord, withSense } from './senses.ts';

/** "GoT", "IT": no word of grammar, whatever it looks like in small letters. */
const isAcronym = (text: string): boolean => /^\p{L}*\p{Lu}\p{L}*\p{Lu}/u.test(text);

/** A sentence taken apart for comparison: what it says in words and in checkable values. */
export interface Statement {
  /** With turns of phrase in one form; offsets of all else count in it. */
  readonly text: string;
  readonly language: Language;
  /** Content words outside values, in order. */
  readonly words: readonly SensedWord[];
  readonly values: readonly Value[];
  readonly segments: readonly Segment[];
}

/** `language` is that of the passage: one sentence alone is often too short to tell. */
export function readStatement(sentence: string, language: Language = languageOf(sentence)): Statement {
  const text = rephrased(sentence, language);
  const values = findValues(text, language);
  const segments = segmentsOf(text);
  const content = words(text, language)
    // What joins two parts ("plus") belongs to neither.
    .filter((word) => segments.some(({ start, end }) => word.start >= start && word.start < end))
    .filter(
      (word) =>
        (!word.stop || isAcronym(word.text)) &&
        !values.some((value) => word.start < value.end && value.start < word.end),
    )
    .map((word) => withSense(word, language));
  return { text, language, words: content, values, segments };
}

/** A claim and who is said to have said it. */
export interface Claim extends Statement {
  /** Folded parts of names at its beginning that a reporting verb follows: "Graham says that …". */
  readonly speakers: readonly string[];
  readonly markers: Markers;
}

/** A model's sentence without its marks of citation, emphasis and lists. */
export function plainSentence(sentence: string): string {
  return sentence
    .replace(/\[\d{1,3}(?:\s*,\s*\d{1,3})*\]/g, ' ')
    .replace(/\*\*|__|`/g, '')
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Reads a model's sentence. Who reports something is taken off ("Graham wrote that …", "according to the mail, …"):
 * it is checked against the passage's sender, the rest against its text.
 */
export function readClaim(sentence: string, language: Language): Claim {
  const { speakers, rest } = attributionOf(plainSentence(sentence));
  const statement = readStatement(rest, language);
  return { ...statement, markers: markersOf(statement.text, language), speakers: speakers.map(fold) };
}
