import { findValues, type Value } from '../language/values.ts';
import { fold, languageOf, type Word, words } from '../language/words.ts';
import { type Markers, markersOf } from './markers.ts';

/** A sentence taken apart for comparison: what it says in words and in checkable values. */
export interface Statement {
  readonly text: string;
  /** Content words outside values, in order. */
  readonly words: readonly Word[];
  readonly values: readonly Value[];
  readonly markers: Markers;
}

/** Words of talking about a text, which claim nothing themselves. */
const reporting = new Set(
  `accord mention state say write note report indicate explain confirm inform announce describe list show read contain
  provide specify mail email e-mail message document passage text file letter source sender author information detail
  follow context laut erwahn sag schreib steh nachricht dokument mensaje correo documento dice escrib mencion indic selon
  indiqu ecrit mentionn courriel`.split(/\s+/),
);

/** Relations whose noun may stand on either side of what it belongs to: "the cost of the roof", "the roof costs". */
const relational = new Set(
  'cost price total amount sum number date time name address phone fee rent deposit code kosten preis betrag nummer datum adresse precio importe numero fecha direccion prix montant numero date adresse'.split(
    ' ',
  ),
);

const synonyms: ReadonlyMap<string, string> = new Map([
  ['price', 'cost'],
  ['pric', 'cost'],
  ['telephon', 'phon'],
  ['phone', 'phon'],
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['begin', 'start'],
  ['purchas', 'buy'],
]);

/** Stems that mean the same are one. */
export function sense(word: Word): string {
  return synonyms.get(word.stem) ?? word.stem;
}

export function isRelational(word: Word): boolean {
  return relational.has(word.stem) || relational.has(sense(word));
}

function isReporting(word: Word): boolean {
  return reporting.has(word.stem);
}

export function readStatement(text: string): Statement {
  const language = languageOf(text);
  const values = findValues(text, language);
  const content = words(text, language).filter(
    (word) => !word.stop && !values.some((value) => word.start < value.end && value.start < word.end),
  );
  return { text, words: content, values, markers: markersOf(text) };
}

/** A claim and who is said to have said it. */
export interface Claim extends Statement {
  /** Folded names at its beginning that a reporting verb follows: "Graham says that …". */
  readonly speakers: readonly string[];
}

const paper =
  'mail|e-?mail|message|document|note|notes|letter|passage|text|file|policy|contract|quote|invoice|offer|report|agreement';
const name = "\\p{Lu}[\\p{L}’'-]+(?:\\s+\\p{Lu}[\\p{L}’'-]+){0,3}";
const teller = `(?:(?:[Tt]he|[Tt]his|[Hh]er|[Hh]is)\\s+(?:\\p{Lu}?[\\p{L}-]+\\s+){0,2}(?:${paper})(?:\\s+(?:from|by|of)\\s+${name})?|${name})`;
const attribution = new RegExp(
  `^(?:(?:[Aa]ccording to|[Ll]aut|[Ss]egún|[Ss]elon)\\s+(${teller}),\\s+|(${teller})\\s+(?:says?|said|writes?|wrote|states?|stated|mentions?|mentioned|confirms?|confirmed|reports?|reported|notes?|noted|explains?|explained|indicates?)\\s+that\\s+)`,
  'u',
);

/**
 * Reads a model's sentence. Who reports something is taken off ("Graham wrote that …", "according to the mail, …"):
 * it is checked against the passage's sender, the rest against its text.
 */
export function readClaim(sentence: string): Claim {
  const text = sentence
    .replace(/\[\d{1,3}(?:\s*,\s*\d{1,3})*\]/g, ' ')
    .replace(/\*\*|__|`/g, '')
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const match = attribution.exec(text);
  const lead = match?.[1] ?? match?.[2];
  if (match === null || lead === undefined) return { ...readStatement(text), speakers: [] };
  const named = readStatement(lead).words.filter((word) => !isReporting(word));
  return { ...readStatement(text.slice(match[0].length)), speakers: named.map((word) => fold(word.text)) };
}
