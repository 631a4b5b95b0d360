import { foldLetters } from '../../store/indexed-text.ts';
import { joinedPairs, splitCompound } from './compounds.ts';
import { correction } from './corrections.ts';
import { anyOf } from './expression.ts';
import { inflections } from './inflections.ts';
import { type QueryWord, queryWords } from './query-words.ts';
import { languagesOf, type QueryLanguage } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of a query that was taken for another. */
export interface Correction {
  /** Lower case, folded. */
  readonly word: string;
  readonly meant: string;
}

/** A query as the full text is asked. */
export interface ReadQuery {
  /** An FTS5 expression for each of its words, with the forms and spellings the library has of it. */
  readonly expressions: readonly string[];
  readonly corrections: readonly Correction[];
}

/** Looking for what an unknown word was meant to be takes up to 20 ms. */
const mostCorrected = 3;

/**
 * Reads a query by the words that the library holds: the forms of each in the languages of both, its parts or what it is
 * part of, and what it was meant to be where the library does not know it.
 */
export function readQuery(query: string, vocabulary: Vocabulary): ReadQuery {
  const words = queryWords(query);
  const said = languagesOf(query);
  const held = vocabulary.languages();
  const languages = said.length === 0 ? held : held.filter((language) => said.includes(language));
  const isGerman = said.includes('de') && languages.includes('de');
  const readings = words.map((word) => read(word, languages, isGerman, vocabulary));
  const unknown = readings.filter(({ isUnknown }) => isUnknown).map(({ word }) => word);
  const corrections = correctionsOf(unknown, words, vocabulary);
  const meant = new Map(corrections.map((one) => [one.word, one.meant]));
  const expressions = readings.map(({ word, expression }) => {
    const other = meant.get(word.text);
    return other === undefined ? expression : `${expression} OR ${anyOf([other])}`;
  });
  const plain = words.map(({ text, isPlain }) => (isPlain ? text : '')).filter((text) => text !== '');
  const joined = languages.includes('de') ? joinedPairs(plain, vocabulary) : [];
  return { expressions: [...expressions, ...joined.map((word) => anyOf([word]))], corrections };
}

interface Reading {
  readonly word: QueryWord;
  readonly expression: string;
  /** The library has it in no form and no parts. */
  readonly isUnknown: boolean;
}

function read(
  word: QueryWord,
  languages: readonly QueryLanguage[],
  isGerman: boolean,
  vocabulary: Vocabulary,
): Reading {
  const forms = formsOf(word, languages, vocabulary);
  if (!word.isPlain) return { word, expression: anyOf(forms), isUnknown: false };
  const isKnown = forms.some(vocabulary.has);
  const parts = isKnown && !isGerman ? null : splitCompound(word.text, vocabulary);
  return {
    word,
    expression: [anyOf(forms), ...together(parts)].join(' OR '),
    isUnknown: !isKnown && parts === null,
  };
}

/** One word unknown among others is a slip; many are a query in a language that the library is not in. */
function correctionsOf(
  unknown: readonly QueryWord[],
  words: readonly QueryWord[],
  vocabulary: Vocabulary,
): Correction[] {
  if (unknown.length > 1 && unknown.length > words.length / 2) return [];
  return unknown.slice(0, mostCorrected).flatMap(({ text }) => {
    const meant = correction(text, vocabulary);
    return meant === null ? [] : [{ word: text, meant }];
  });
}

function formsOf(word: QueryWord, languages: readonly QueryLanguage[], { has }: Vocabulary): string[] {
  const { text, spellings, isPlain } = word;
  return isPlain ? [...spellings, ...inflections(text, languages).filter(has)] : [...spellings];
}

function together(parts: readonly [string, string] | null): string[] {
  return parts === null ? [] : [`(${parts.map((part) => anyOf([part])).join(' AND ')})`];
}

/** The query with its words put right, as it was typed otherwise; null where nothing was. */
export function correctedQuery(query: string, corrections: readonly Correction[]): string | null {
  if (corrections.length === 0) return null;
  const meant = new Map(corrections.map((one) => [one.word, one.meant]));
  return query.replace(/[\p{L}\p{M}]+/gu, (word) => meant.get(foldLetters(word).toLowerCase()) ?? word);
}
