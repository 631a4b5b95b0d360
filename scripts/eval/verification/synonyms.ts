import type { Tongue } from './spellings.ts';

type Pair = readonly [RegExp, string];

/** Plain words and others that say the same wherever they stand. */
const pairs: Record<Tongue, readonly (readonly [string, string])[]> = {
  en: [
    ['begins', 'starts'],
    ['start on', 'begin on'],
    ['finished', 'completed'],
    ['bought', 'purchased'],
    ['need to', 'have to'],
    ['must', 'has to'],
    ['instead of', 'rather than'],
    ['included', 'contained'],
    ['about(?= \\d)', 'approximately'],
    ['children', 'kids'],
    ['received', 'got'],
    ['showed', 'demonstrated'],
    ['shows', 'demonstrates'],
    ['large', 'big'],
    ['small', 'little'],
    ['obtained', 'got'],
    ['increased', 'rose'],
    ['decreased', 'fell'],
    ['repaired', 'mended'],
    ['allowed', 'permitted'],
    ['begun', 'started'],
    ['called', 'named'],
    ['during', 'in the course of'],
    ['required', 'needed'],
    ['investigated', 'studied'],
    ['used', 'employed'],
    ['demonstrate', 'show'],
    ['examined', 'studied'],
    ['happy', 'glad'],
    ['every year', 'each year'],
    ['whole', 'entire'],
    ['answer', 'reply'],
    ['price', 'cost'],
    ['because', 'since'],
  ],
  de: [
    ['beträgt', 'liegt bei'],
    ['erhöht', 'angehoben'],
    ['beginnt', 'startet'],
    ['gewähren', 'geben'],
    ['sofern', 'falls'],
    ['geprüft', 'getestet'],
    ['selbst', 'selber'],
    ['nur', 'lediglich'],
  ],
  es: [
    ['empieza', 'comienza'],
    ['devuelve', 'reembolsa'],
    ['paga', 'abona'],
    ['pide', 'solicita'],
    ['solo', 'solamente'],
    ['unos', 'aproximadamente'],
    ['incluidas', 'comprendidas'],
    ['después de', 'tras'],
  ],
};

const compiled = new Map<Tongue, readonly Pair[]>();

export function synonymsOf(tongue: Tongue): readonly Pair[] {
  const known = compiled.get(tongue);
  if (known !== undefined) return known;
  const made = pairs[tongue].map(
    ([word, other]): Pair => [new RegExp(`(?<![\\p{L}'’-])${word}(?![\\p{L}'’-])`, 'u'), other],
  );
  compiled.set(tongue, made);
  return made;
}
