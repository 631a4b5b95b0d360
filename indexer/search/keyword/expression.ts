import { queryWords } from './query-words.ts';

/** The words a query is searched by, each once; one of several parts (東 京, 14 300) is a phrase. */
export function queryTerms(query: string): string[] {
  return [...new Set(queryWords(query).flatMap(({ spellings }) => spellings))];
}

/**
 * An FTS5 expression that matches any of the terms. Terms are letters and digits in quotation marks, so nothing a
 * person types is ever syntax (https://sqlite.org/fts5.html#fts5_strings).
 */
export function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term}"${hangulAtEnd.test(term) ? ' *' : ''}`).join(' OR ');
}

/** Korean joins its particles to the word: 서울 stands in a text as 서울에서. */
const hangulAtEnd = /\p{Script=Hangul}$/u;

/** Matches what any of the `rare` expressions matches, and ranks by all; rare ones count twice unless they are all. */
export function anyRare(rare: readonly string[], all: readonly string[]): string {
  const any = (expressions: readonly string[]): string => expressions.join(' OR ');
  return rare.length === all.length ? any(all) : `(${any(rare)}) AND (${any(all)})`;
}
