import { fold } from './words.ts';

const names = [
  'january jan januar janner enero ene janvier janv',
  'february feb februar febrero fevrier fevr',
  'march mar marz maerz marzo mars',
  'april apr abril abr avril avr',
  'may mai mayo',
  'june jun juni junio juin',
  'july jul juli julio juillet juil',
  'august aug agosto aout',
  'september sep sept septiembre setiembre septembre',
  'october oct oktober okt octubre octobre',
  'november nov noviembre novembre',
  'december dec dezember dez diciembre dic decembre',
];

const byName = new Map(
  names.flatMap((spellings, index) => spellings.split(' ').map((name) => [name, index + 1])),
);

/** The month, 1 to 12, that a word names in English, German, Spanish or French; null for other words. */
export function monthNumber(word: string): number | null {
  return byName.get(fold(word)) ?? null;
}

/** Every spelling, for a regular expression over folded text; longest first. */
export const monthPattern = [...byName.keys()].sort((a, b) => b.length - a.length).join('|');
