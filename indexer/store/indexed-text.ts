// What stands inside a word and splits it for the tokenizer: E-4012, well-being, 10.5, user_name.
const joiner = /[-‐‑_./]/g;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const longestJoined = 40;
const umlaut = /[äöüÄÖÜ]/g;
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
/** Scripts that put no space between words: each character becomes a token, and a word a phrase. */
const unspacedScripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const unspaced = new RegExp(`[${unspacedScripts}ー]`, 'gu');
const someUnspaced = new RegExp(`[${unspacedScripts}]`, 'u');
const notAscii = /\P{ASCII}/u;
/** Letters that Unicode does not take apart into a plain one and a mark, or the tokenizer does not. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', ı: 'i', İ: 'I' },
  ...{ æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', þ: 'th', Þ: 'TH' },
  // The tokenizer takes marks from Latin letters alone.
  ...{ ά: 'α', έ: 'ε', ή: 'η', ί: 'ι', ϊ: 'ι', ΐ: 'ι', ό: 'ο', ύ: 'υ', ϋ: 'υ', ΰ: 'υ', ώ: 'ω', ς: 'σ' },
  ...{ Ά: 'Α', Έ: 'Ε', Ή: 'Η', Ί: 'Ι', Ό: 'Ο', Ύ: 'Υ', Ώ: 'Ω', ё: 'е', Ё: 'Е' },
};
const notTakenApart = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');
/** Vowel signs of Hebrew and Arabic, the long stroke, and soft hyphens: written or not, the word is the same. */
const unwritten = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u065f\u0670\u00ad]/g;

/** Whether any of a text is written without spaces between words. */
export function isUnspaced(text: string): boolean {
  return someUnspaced.test(text);
}

/**
 * What the full-text table gets of a text: the text itself, and at its end further spellings of its words, so that
 * E-4012, E4012 and "E 4012", Müller and Mueller, Straße and Strasse find each other.
 */
export function indexedText(text: string): string {
  const folded = foldText(text);
  const spellings = new Set([...joinedWords(folded), ...writtenOut(folded)]);
  return spellings.size === 0 ? folded : `${folded}\n${[...spellings].join(' ')}`;
}

/** The changes that hold for documents and queries alike: foldLetters, and spaces around characters of unspaced scripts. */
function foldText(text: string): string {
  return notAscii.test(text) ? spaceOut(foldLetters(text)) : text;
}

/**
 * One form for what is written in several: full-width and joined letters (NFKC, UAX 15), letters with a stroke,
 * optional vowel signs. Case, and marks that Unicode takes apart, are the tokenizer's.
 */
export function foldLetters(text: string): string {
  if (!notAscii.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(unwritten, '')
    .replace(notTakenApart, (letter) => plainLetters[letter] ?? letter);
}

/** Each character of a script without spaces as a word of its own. */
export function spaceOut(text: string): string {
  return text.replace(unspaced, ' $& ');
}

/** Words of several parts without what joins them; lower case does not matter. */
export function* joinedWords(text: string): Iterable<string> {
  // Looks at joiners first: one expression for the whole word costs ten times as much, as it tries every word.
  let done = 0;
  for (const { index } of text.matchAll(joiner)) {
    if (index < done || !isWordAt(text, index - 1) || !isWordAt(text, index + 1)) continue;
    const start = edge(text, index, -1);
    done = edge(text, index, 1) + 1;
    if (done - start <= longestJoined) yield text.slice(start, done).replace(joiner, '');
  }
}

/** Words with umlauts, these written as two letters. */
export function* writtenOut(text: string): Iterable<string> {
  let done = 0;
  for (const { index } of text.matchAll(umlaut)) {
    if (index < done) continue;
    const start = edge(text, index, -1);
    done = edge(text, index, 1) + 1;
    const word = text.slice(start, done).toLowerCase();
    yield word.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter).replace(joiner, '');
  }
}

/** The last position of the joined word that `index` is in, in one direction. */
function edge(text: string, index: number, step: 1 | -1): number {
  let at = index;
  while (Math.abs(at - index) <= longestJoined) {
    const isInside =
      isWordAt(text, at + step) || (isWordAt(text, at + 2 * step) && isJoinerAt(text, at + step));
    if (!isInside) break;
    at += step;
  }
  return at;
}

function isJoinerAt(text: string, index: number): boolean {
  return '-‐‑_./'.includes(text.charAt(index)) && index >= 0 && index < text.length;
}

function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return wordCharacter.test(text.charAt(index));
}
