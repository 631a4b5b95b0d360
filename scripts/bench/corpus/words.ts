/** A seeded generator of text with natural statistics: a Zipf-distributed vocabulary, sentences, paragraphs, names. */

import { randomFrom } from '#indexer/store/testing/random-from.ts';

const functionWords =
  'the of and to a in is that it for was on are as with they at be this from have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know'.split(
    ' ',
  );
const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const nuclei = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'ck'];

function inventWord(random: () => number): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const syllables = 2 + Math.floor(random() * 2);
  let word = '';
  for (let i = 0; i < syllables; i++) word += pick(onsets) + pick(nuclei) + pick(codas);
  return word;
}

export interface Writer {
  readonly random: () => number;
  word(): string;
  name(): string;
  sentence(): string;
  /** About `words` words in paragraphs, separated by blank lines. */
  prose(words: number): string;
}

/** A writer with its own vocabulary of `vocabulary` words; the same seed writes the same text. */
export function createWriter(seed: number, vocabulary = 20_000): Writer {
  const random = randomFrom(seed);
  const words = [...functionWords];
  while (words.length < vocabulary) words.push(inventWord(random));
  // Rank r is drawn with probability about 1/r: the inverse of a logarithmic distribution function.
  const word = (): string => words[Math.floor(vocabulary ** random()) - 1] ?? 'the';
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = (): string => {
    const length = 6 + Math.floor(random() * 16);
    return `${capital(Array.from({ length }, word).join(' '))}.`;
  };
  const prose = (count: number): string => {
    const paragraphs: string[] = [];
    let written = 0;
    while (written < count) {
      const sentences = Array.from({ length: 3 + Math.floor(random() * 4) }, sentence);
      written += sentences.join(' ').split(' ').length;
      paragraphs.push(sentences.join(' '));
    }
    return paragraphs.join('\n\n');
  };
  const name = (): string => `${capital(inventWord(random))} ${capital(inventWord(random))}`;
  return { random, word, name, sentence, prose };
}
