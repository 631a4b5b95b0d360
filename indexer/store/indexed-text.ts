// Words with something inside that the tokenizer splits at: E-4012, well-being, 10.5, user_name.
const joinedWord = /[\p{L}\p{N}]+(?:[-‐‑_./][\p{L}\p{N}]+)+/gu;
const inside = /[-‐‑_./]/g;
const longestJoined = 40;
const umlaut = /[\p{L}]*[äöüÄÖÜ][\p{L}]*/gu;
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
  const found = new Set<string>();
  for (const [word] of text.matchAll(joinedWord)) {
    if (word.length <= longestJoined) found.add(word.replace(inside, ''));
  }
  if (notAscii.test(text)) {
    for (const [word] of text.matchAll(umlaut)) {
      found.add(word.toLowerCase().replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter));
    }
  }
  return [...found];
}
