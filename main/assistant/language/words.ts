import { stem } from './stems.ts';
import { detectLanguage, isStopWord, type Language } from './stop-words.ts';

/** One word of a text; offsets are UTF-16, end exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents. */
  readonly folded: string;
  readonly stem: string;
  /** Grammar only, in the text's language. */
  readonly stop: boolean;
  readonly capital: boolean;
}

/** Letters and digits, with what joins them inside: HV-2041-77, 14.300, anna@example.org's host. */
const wordPattern =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.,:/_-](?=[\p{N}])[\p{L}\p{M}\p{N}]+|[_-](?=\p{L})[\p{L}\p{M}\p{N}]+)*/gu;

/** Lower case and without accents, so that spellings compare. Keeps no offsets. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase();
}

/** Like `fold`, but every UTF-16 unit keeps its offset, so that a match in it is a match in the text. */
export function foldInPlace(text: string): string {
  return text
    .replace(/\P{ASCII}/gu, (unit) => {
      const plain = unit.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      return plain.length === 1 ? plain : unit;
    })
    .toLowerCase();
}

export function languageOf(text: string): Language {
  return detectLanguage([...text.matchAll(/\p{L}+/gu)].map((match) => fold(match[0])));
}

/** The words of a text in order; hyphenated words stay whole. */
export function words(text: string, language: Language = languageOf(text)): Word[] {
  return [...text.matchAll(wordPattern)].map((match) => {
    const folded = fold(match[0]);
    return {
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      folded,
      stem: stem(folded, language),
      stop: isStopWord(folded, language),
      capital: /^\p{Lu}/u.test(match[0]),
    };
  });
}

/** The words that carry the topic. */
export function contentWords(text: string, language: Language = languageOf(text)): Word[] {
  return words(text, language).filter((word) => !word.stop);
}
