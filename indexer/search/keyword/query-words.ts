import { foldLetters, isUnspaced, joinedWords, spaceOut, writtenOut } from '../../store/indexed-text.ts';
import { numberSpellings } from './number-spellings.ts';
import { isStopWord } from './stop-words.ts';

/** A word of a query, as the full text may hold it. */
export interface QueryWord {
  /** Lower case, folded. */
  readonly text: string;
  /** Every way it may stand in the full text; each is one word, or several that follow one another, with spaces between. */
  readonly spellings: readonly string[];
  /** Letters alone, of a script with spaces: a word that may be inflected, put together, or misspelt. */
  readonly isPlain: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const letters = /^[\p{L}\p{M}]+$/u;
const hangul = /\p{Script=Hangul}/u;
const ideographs = /^\p{Script=Han}+$/u;
// Beyond this a query is a pasted text; its first words say what it is about.
const longestQuery = 4000;
const mostWords = 64;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** The words a query is searched by, each once, without stop words unless there is nothing else. */
export function queryWords(query: string): QueryWord[] {
  const folded = foldLetters(query.slice(0, longestQuery)).toLowerCase();
  const { numbers, rest } = numberSpellings(folded);
  const said = [...rest.matchAll(wordPattern)].flatMap(([found]) => segmented(found));
  const weighty = said.filter(({ text }) => !isStopWord(text));
  const words = [
    ...numbers.map((spellings) => ({ text: spellings[0] ?? '', spellings, isPlain: false })),
    ...(weighty.length + numbers.length > 0 ? weighty : said),
    ...[...joinedWords(rest)].map((text) => ({ text, spellings: [text], isPlain: false })),
  ];
  const byText = new Map(words.map((word) => [word.text, word]));
  return [...byText.values()].slice(0, mostWords);
}

function segmented(found: string): QueryWord[] {
  if (!isUnspaced(found)) return [spacedWord(found)];
  const parts = [...segmenter.segment(found)].filter(({ isWordLike }) => isWordLike !== false);
  return parts.map(({ segment }) => (isUnspaced(segment) ? unspacedWord(segment) : spacedWord(segment)));
}

function spacedWord(text: string): QueryWord {
  return { text, spellings: [text, ...writtenOut(text)], isPlain: letters.test(text) && !hangul.test(text) };
}

/**
 * The full text holds single characters, so that a word is found however the words around it are cut; a query's words
 * are cut by ICU's dictionary and are phrases of characters. What it takes for one word may be two in a text, so long
 * words of ideographs are looked for by their pairs too.
 */
function unspacedWord(text: string): QueryWord {
  const characters = [...text];
  const pairs =
    characters.length > 2 && ideographs.test(text)
      ? characters.slice(1).map((character, index) => `${characters[index]}${character}`)
      : [];
  const spellings = [text, ...pairs].map((part) => spaceOut(part).trim().replace(/\s+/g, ' '));
  return { text, spellings, isPlain: false };
}
