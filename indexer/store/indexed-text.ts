// What stands inside a word and splits it for the tokenizer: E-4012, well-being, 10.5, user_name.
const joiner = /[-‐‑_./]/g;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const longestJoined = 40;
const umlaut = /[äöüÄÖÜ]/g;
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
// Scripts that put no space between words: each character becomes a token, and a query a phrase.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;
const notAscii = /\P{ASCII}/u;

/**
 * What the full-text table gets of a text: the text itself, and at its end further spellings of its words, so that
 * E-4012, E4012 and "E 4012", Müller and Mueller, Straße and Strasse find each other.
 */
export function indexedText(text: string): string {
  const folded = foldText(text);
  const spellings = otherSpellings(folded);
  return spellings.length === 0 ? folded : `${folded}\n${spellings.join(' ')}`;
}

/** The changes that hold for documents and queries alike: ß and characters of unspaced scripts. */
export function foldText(text: string): string {
  if (!notAscii.test(text)) return text;
  return text.normalize('NFC').replaceAll('ß', 'ss').replace(unspaced, ' $& ');
}

/** Joined words without what joins them, and umlauts written out; lower case does not matter. */
export function otherSpellings(text: string): string[] {
  return [...new Set([...joinedWords(text), ...writtenOut(text)])];
}

function* writtenOut(text: string): Iterable<string> {
  let done = 0;
  for (const { index } of text.matchAll(umlaut)) {
    if (index < done) continue;
    const start = edge(text, index, -1);
    done = edge(text, index, 1) + 1;
    const word = text.slice(start, done).toLowerCase();
    yield word.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter).replace(joiner, '');
  }
}

/** Looks at joiners first: one expression for the whole word costs ten times as much, as it tries every word. */
function* joinedWords(text: string): Iterable<string> {
  let done = 0;
  for (const { index } of text.matchAll(joiner)) {
    if (index < done || !isWordAt(text, index - 1) || !isWordAt(text, index + 1)) continue;
    const start = edge(text, index, -1);
    done = edge(text, index, 1) + 1;
    if (done - start <= longestJoined) yield text.slice(start, done).replace(joiner, '');
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
