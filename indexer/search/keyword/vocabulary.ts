import { foldLetters } from '../../store/indexed-text.ts';
import type { Library } from '../../store/library.ts';
import { anyOf } from './expression.ts';
import { withoutMarks } from './inflections.ts';
import { languagesIn, type QueryLanguage } from './stop-words.ts';

/** Which words the library's texts hold. */
export interface Vocabulary {
  /** In how many chunks a word or phrase stands, counted no further than `mostCounted`. */
  count(term: string): number;
  has(term: string): boolean;
  /** The languages but English that the texts are in. */
  languages(): readonly QueryLanguage[];
  /** A word that is written like `word`, marks and case aside, as some text has it; null where none of the first does. The index itself holds stems. */
  written(word: string): string | null;
}

const mostCounted = 1000;
const mostKept = 20_000;

/**
 * The languages are looked for again when this share of the chunks came or went: thirty words that an English library
 * does not have took 4 ms of each search while files were written to it.
 */
const changedShare = 0.01;

/** Texts read to see how a word is written. */
const textsRead = 3;

/** Asks the full text itself (25 µs a word): a list of all words would cost as much room as they take in the index. */
export function createVocabulary({ text, documents, follow }: Library): Vocabulary {
  const known = new Set<string>();
  const unknown = new Set<string>();
  let changed = Number.POSITIVE_INFINITY;
  let changedAtMost = 0;
  let languages: readonly QueryLanguage[] = [];
  follow((change) => {
    if (change.type === 'chunks-added') unknown.clear();
    if (change.type === 'chunks-removed') known.clear();
    if (change.type === 'chunks-added' || change.type === 'chunks-removed') changed += change.chunkIds.length;
  });
  const has = (term: string): boolean => {
    if (known.has(term)) return true;
    if (unknown.has(term)) return false;
    const isKnown = text.count(anyOf([term]), 1) > 0;
    const kept = isKnown ? known : unknown;
    if (kept.size >= mostKept) kept.clear();
    kept.add(term);
    return isKnown;
  };
  return {
    written(word) {
      const texts = text
        .match(anyOf([word]), {}, textsRead)
        .map(({ chunkId }) => documents.chunk(chunkId)?.text);
      const words = texts.flatMap(
        (found) =>
          foldLetters(found ?? '')
            .toLowerCase()
            .match(/[\p{L}\p{M}]+/gu) ?? [],
      );
      return words.find((found) => withoutMarks(found) === word) ?? null;
    },
    count: (term) => text.count(anyOf([term]), mostCounted),
    has,
    languages() {
      if (changed > changedAtMost) {
        languages = languagesIn(has);
        changedAtMost = documents.totals().chunks * changedShare;
        changed = 0;
      }
      return languages;
    },
  };
}
