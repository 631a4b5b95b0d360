import { contentWords, foldInPlace } from '../language/words.ts';

const prepositions =
  'for|of|in|at|on|from|to|with|by|about|fur|von|mit|im|in|am|bei|uber|zu|zum|zur|para|por|de|del|en|con|sobre|pour|du|des|dans|avec|sur|chez|per|di|della|del|nel|nella|con|su|da|para|do|na|no|em|com|sobre';
const articles =
  'the|my|our|a|an|die|der|das|den|dem|eine?|el|la|los|las|mi|le|les|un|une|mon|ma|il|lo|gli|i|mio|mia|o|os|as|meu|minha';
const opening = new RegExp(`^(${prepositions})\\s+`, 'u');
const genitives = /^(?:of|von|de|del|du|des|di|della|do|da)$/;
/** A noun phrase ends where a verb, a preposition or the sentence does. */
const phraseEnd = new RegExp(
  `\\s(?:${prepositions
    .split('|')
    .filter((word) => !genitives.test(word))
    .join(
      '|',
    )}|and|or|und|oder|y|o|et|ou|e|that|which|who|is|are|was|were|did|do|does|has|have|had|will|can|cost|costs|say|said|start|begin|take|hat|ist|war|kostet|es|son|fue|cuesta|est|sont|coute|e|sono|costa|custa)(?!\\p{L})|[?.!,;]|$`,
  'u',
);
const askedFor = new RegExp(
  `^[\\s¿¡]*(?:what|which|who|when|was|wer|wann|que|cual|quien|cuando|quel(?:le)?|qui|quand|qual|chi|quando|quale|quem)\\s+(?:is|are|was|were|ist|sind|war|waren|es|son|era|fue|est|sont|etait|e|sono|sera|foi)\\s+(?=(?:${articles})\\s)`,
  'u',
);

/**
 * The question before with a fragment in the place of what it corresponds to: "for theft?" after "What is the excess for
 * water damage?" puts theft in the place of the water damage. Null where nothing in it corresponds.
 */
export function substituted(before: string, fragment: string): string | null {
  const words = fragment.replace(/[?.!\s]+$/, '').trim();
  if (words === '' || contentWords(words).length === 0 || contentWords(words).length > 5) return null;
  const folded = foldInPlace(before);
  const preposition = opening.exec(foldInPlace(words))?.[1];
  if (preposition !== undefined) {
    const places = [...folded.matchAll(new RegExp(`(?<!\\p{L})${preposition}\\s+`, 'gu'))];
    const place = places.at(-1);
    if (place === undefined) return null;
    return replaced(before, folded, place.index, place.index + place[0].length, words);
  }
  const asked = askedFor.exec(folded);
  const nouns = [...folded.matchAll(new RegExp(`(?<!\\p{L})(?:${articles})\\s+(?=\\p{L})`, 'gu'))];
  const place = asked === null ? nouns.at(-1) : nouns.find(({ index }) => index >= asked[0].length);
  if (place === undefined) return null;
  const noun = new RegExp(`^(?:${articles})\\s`, 'u').test(foldInPlace(words))
    ? words
    : `${before.slice(place.index, place.index + place[0].length)}${words}`;
  return replaced(before, folded, place.index, place.index + place[0].length, noun);
}

/** `words` from `start` to the end of the noun phrase that goes on at `from`. */
function replaced(before: string, folded: string, start: number, from: number, words: string): string {
  const length = phraseEnd.exec(folded.slice(from))?.index ?? folded.length - from;
  return before.slice(0, start) + words + before.slice(from + length);
}
