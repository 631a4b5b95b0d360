import { withoutMarks } from './inflections.ts';
import type { Vocabulary } from './vocabulary.ts';

const shortestPart = 4;
/** What joins the parts of a German compound: Heizung-s-rechnung, Straße-n-bau, Kind-er-garten. */
const links = ['', 's', 'n', 'en', 'es', 'er', 'e'];
/** Letters; a shorter word is taken for one that has no parts. */
const shortestCompound = 9;
const longestCompound = 40;

/**
 * A word of two that the library knows, as these two: Heizungsrechnung is heizung and rechnung. Of several ways the one
 * whose rarer part is the most common. In English, where a word of two is written as one or not at all, only words that
 * the library does not know.
 */
export function splitCompound(word: string, vocabulary: Vocabulary): readonly [string, string] | null {
  const plain = withoutMarks(word);
  if (plain.length < shortestCompound || plain.length > longestCompound) return null;
  let best: readonly [string, string] | null = null;
  let bestCount = 0;
  for (let at = shortestPart; at <= plain.length - shortestPart; at++) {
    const second = plain.slice(at);
    if (!vocabulary.has(second)) continue;
    for (const first of firstParts(plain.slice(0, at))) {
      if (!vocabulary.has(first)) continue;
      const count = Math.min(vocabulary.count(first), vocabulary.count(second));
      if (count > bestCount) [best, bestCount] = [[first, second], count];
    }
  }
  return best;
}

/** The beginning of a compound as a word of its own; one that lost its last letter too (Schul-e). */
function firstParts(beginning: string): string[] {
  const shortened = links
    .filter((link) => beginning.endsWith(link) && beginning.length - link.length >= shortestPart)
    .map((link) => beginning.slice(0, beginning.length - link.length));
  return [...shortened, `${beginning}e`];
}

/**
 * Words that two neighbouring words of a query may be in one: "Rechnung Heizung" in a text with Heizungsrechnung. Only
 * in German: of "boundary layer", boundarylayer is a rare spelling that would outweigh both words (nDCG@10 of cranfield
 * .417 instead of .440, measured).
 */
export function joinedPairs(words: readonly string[], vocabulary: Vocabulary): string[] {
  const pairs = words.slice(1).flatMap((word, index) => {
    const [first, second] = [withoutMarks(words[index] ?? ''), withoutMarks(word)];
    return links.flatMap((link) => [`${first}${link}${second}`, `${second}${link}${first}`]);
  });
  return pairs.filter(vocabulary.has);
}
