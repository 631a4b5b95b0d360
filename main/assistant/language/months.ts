import { fold } from './words.ts';

const names = [
  'january jan januar janner enero ene janvier janv gennaio janeiro',
  'february feb februar febrero fevrier fevr febbraio fevereiro fev',
  'march mar marz maerz marzo mars marco',
  'april apr abril abr avril avr aprile',
  'may mai mayo maggio maio',
  'june jun juni junio juin giugno junho',
  'july jul juli julio juillet juil luglio julho',
  'august aug agosto aout',
  'september sep sept septiembre setiembre septembre settembre setembro',
  'october oct oktober okt octubre octobre ottobre outubro',
  'november nov noviembre novembre novembro',
  'december dec dezember dez diciembre dic decembre dicembre dezembro',
];

const byName = new Map(
  names.flatMap((spellings, index) => spellings.split(' ').map((name) => [name, index + 1])),
);

/** The month, 1 to 12, that a word names in English, German, Spanish, French, Italian or Portuguese; null for other words. */
export function monthNumber(word: string): number | null {
  return byName.get(fold(word)) ?? null;
}

/** Every spelling, for a regular expression over folded text; longest first. */
export const monthPattern = [...byName.keys()].sort((a, b) => b.length - a.length).join('|');
