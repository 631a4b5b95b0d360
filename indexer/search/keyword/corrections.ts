import { withoutMarks } from './inflections.ts';
import type { Vocabulary } from './vocabulary.ts';

const shortestWord = 5;
/** A shorter word has too many neighbours ("trust", "thrust"): only slips are put right. */
const shortestOtherwise = 6;
const longestWord = 24;
/** Letters in the wrong order, or one twice, are by far the most common slips of a keyboard. */
const slipFactor = 4;
/** Candidates whose writing is looked up. */
const mostWritten = 4;

const alphabets = [
  [/^[a-z]+$/, 'abcdefghijklmnopqrstuvwxyz'],
  [/^[а-я]+$/, 'абвгдежзийклмнопрстуфхцчшщъыьэюя'],
  [/^[α-ω]+$/, 'αβγδεζηθικλμνξοπρστυφχψως'],
] as const;

/**
 * The word of the library that a word it does not know was meant to be: one letter more, less or other, or two in the
 * wrong order (Damerau 1964); the most common of them. Its first letter is taken for right. null where there is none.
 */
export function correction(word: string, vocabulary: Vocabulary): string | null {
  const plain = withoutMarks(word);
  const alphabet = alphabets.find(([script]) => script.test(plain))?.[1];
  if (alphabet === undefined || plain.length < shortestWord || plain.length > longestWord) return null;
  const slips = new Set([...swapped(plain), ...halved(plain), ...doubled(plain)]);
  const others = plain.length < shortestOtherwise ? [] : otherwise(plain, alphabet);
  const known = [...new Set([...slips, ...others])]
    .filter((candidate) => candidate !== plain && vocabulary.has(candidate))
    .map((candidate) => ({
      candidate,
      count: vocabulary.count(candidate) * (slips.has(candidate) ? slipFactor : 1),
    }));
  // The index knows stems: "validely" is one of "valid" for it.
  for (const { candidate } of known.sort((a, b) => b.count - a.count).slice(0, mostWritten)) {
    const written = vocabulary.written(candidate);
    if (written !== null) return written;
  }
  return null;
}

function* swapped(word: string): Iterable<string> {
  for (let at = 0; at + 1 < word.length; at++)
    yield `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
}

function* halved(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++)
    if (word.charAt(at) === word.charAt(at - 1)) yield word.slice(0, at) + word.slice(at + 1);
}

function* doubled(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++) yield word.slice(0, at) + word.charAt(at - 1) + word.slice(at);
}

function* otherwise(word: string, alphabet: string): Iterable<string> {
  for (let at = 1; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') yield before + after.slice(1);
    for (const letter of alphabet) {
      yield before + letter + after;
      if (after !== '') yield before + letter + after.slice(1);
    }
  }
}
