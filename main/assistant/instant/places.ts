import { monthNumber } from '../language/months.ts';
import { foldInPlace } from '../language/words.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Behind, beside, under: where a thing is, with what it is there next to. */
const beside =
  /(?<!\p{L})(?:behind|beside|next to|underneath|under|above|below|between|inside|opposite|in front of|at the (?:corner|back|front|end|top|bottom|foot) of|(?:to the )?(?:left|right) of|hinter|neben|unter(?:m|halb)?|uber(?:m)?|zwischen|gegenuber|vor (?:dem|der|den)|detras de|al lado de|debajo de|encima de|enfrente de|delante de|entre|derriere|a cote de|sous|devant)(?:l| l[ao]s?)? [^.,;:!?|()\n]{2,60}/gu;
const inside =
  /(?<!\p{L})(?:in|on|at|im|am|auf|an|en|dans|sur|chez) (?:the|our|my|your|his|her|their|der|dem|den|einem|einer|unser\p{L}*|el|la|los|las|nuestr\p{L}*|le|les|notre) (?!(?:morning|afternoon|evening|night|week|month|year|day|first|last|next|same|end)(?!\p{L}))[\p{L}-]+(?: [\p{L}-]+){0,2}/gu;
/** In, at, near and a name; the preposition is no part of the answer. */
const named =
  /(?<=(?<!\p{L})(?:in|at|near|to|from|on|around|outside|of|im|am|bei|nach|aus|en|a|à|chez|de)\s+(?:the |der |dem |den |la |el |le |los |las )?)\p{Lu}[\p{L}’'-]+(?:(?: (?:of|de|del|do|da|the|am|an der))? \p{Lu}[\p{L}’'-]+){0,3}/gu;
const address =
  /\d+(?:\/\d+)?\s+\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:Street|St|Road|Rd|Avenue|Lane|Place|Terrace|Square|Court|Row)\b|\p{Lu}\p{L}+(?:straße|strasse|str\.|weg|platz|gasse)\s*\d+|(?:calle|rue|plaza|avenida|avenue)\s+\p{L}+(?: \p{L}+)?(?: \d+)?/giu;
export const weekday =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:mon|diens|donners|frei|sams|sonn)tag|^mittwoch/i;

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** Stretches of a text that say where, for certain and perhaps. */
export function placesIn(text: string): { readonly sure: readonly Span[]; readonly likely: readonly Span[] } {
  const folded = foldInPlace(text);
  const names = spansOf(text, named).filter(({ start, end }) => {
    const name = text.slice(start, end);
    return monthNumber(name.split(/\s/)[0] ?? '') === null && !weekday.test(name);
  });
  return {
    sure: [...spansOf(text, address), ...spansOf(folded, beside), ...names],
    likely: spansOf(folded, inside),
  };
}
