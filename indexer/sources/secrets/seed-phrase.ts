import type { SecretSpan } from './secret-span.ts';

/** BIP-39: words in a phrase. */
const counts = [24, 21, 18, 15, 12];
const fewest = 12;
const shortest = 3;
const longest = 9;
/** Against a text that is one run: it is looked at in stretches of so many words. */
const mostWords = 400;
const letter = 1;
const separator = 2;
/** Words stand apart by separators, with their numbers or bullets; any other character ends the run. */
const classes = new Uint8Array(0x10000);
for (let unit = 0; unit < classes.length; unit += 1) if (isLetter(unit)) classes[unit] = letter;
for (const one of ' \t\n\r\u3000,;|"\'`-–•*0123456789.)(') classes[one.charCodeAt(0)] = separator;
/** Between two words of a phrase: a line end, an indentation, a number, a bullet. */
const widestGap = 24;
/** Label words that are words of the list as well: "seed phrase arctic release…". */
const labelWords = new Set([
  'seed',
  'phrase',
  'wallet',
  'backup',
  'secret',
  'recovery',
  'keep',
  'safe',
  'word',
  'key',
  'my',
  'is',
]);
/** Against a text that is nothing but words of a list: ends tried on either side of a run. */
const mostEnds = 4;

interface Word {
  readonly start: number;
  readonly end: number;
  /** True where it is the first of its line, or of the run. */
  readonly isFirst: boolean;
  readonly text: string;
}

type WordList = ReadonlyMap<string, number>;
type Lists = {
  readonly lists: readonly WordList[];
  isPhrase(words: readonly string[], list: WordList): boolean;
};
let loading: Promise<Lists> | undefined;

/** Seed phrases of wallets: 12 to 24 words of one list whose checksum is right. */
export async function findSeedPhrases(text: string): Promise<SecretSpan[]> {
  const runs = [...candidateRuns(text)];
  if (runs.length === 0) return [];
  // The lists take 100 ms to load, which a text without twelve such words in a row need not wait for.
  loading ??= loadLists();
  const { lists, isPhrase } = await loading;
  const spans: SecretSpan[] = [];
  for (const words of runs) {
    for (const list of lists) {
      for (const run of runsOfList(words, list)) {
        const found = phraseIn(run, (phrase) => isPhrase(phrase, list));
        if (found !== null) spans.push({ ...found, kind: 'seed phrase' });
      }
    }
  }
  return spans;
}

async function loadLists(): Promise<Lists> {
  const [{ validateMnemonic }, ...modules] = await Promise.all([
    import('@scure/bip39'),
    import('@scure/bip39/wordlists/english.js'),
    import('@scure/bip39/wordlists/french.js'),
    import('@scure/bip39/wordlists/spanish.js'),
    import('@scure/bip39/wordlists/italian.js'),
    import('@scure/bip39/wordlists/portuguese.js'),
    import('@scure/bip39/wordlists/czech.js'),
    import('@scure/bip39/wordlists/japanese.js'),
    import('@scure/bip39/wordlists/korean.js'),
    import('@scure/bip39/wordlists/simplified-chinese.js'),
    import('@scure/bip39/wordlists/traditional-chinese.js'),
  ]);
  const wordlists = new Map<WordList, readonly string[]>(
    modules.map(({ wordlist }) => [
      new Map(wordlist.map((word, index) => [word.normalize('NFKD'), index])),
      wordlist,
    ]),
  );
  return {
    lists: [...wordlists.keys()],
    isPhrase: (words, list) => validateMnemonic(words.join(' '), [...(wordlists.get(list) ?? [])]),
  };
}

/** Runs of at least twelve short words, cheaply: nearly all prose has a shorter or longer word, or a full stop, in between. */
function* candidateRuns(text: string): Iterable<readonly Word[]> {
  let runStart = 0;
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (at < text.length && classes[text.charCodeAt(at)] === letter) at += 1;
    const length = at - start;
    const isShort = length >= shortest ? length <= longest : length > 0 && text.charCodeAt(start) > 0x2000;
    const gap = at;
    while (at < text.length && classes[text.charCodeAt(at)] === separator) at += 1;
    if (isShort) {
      if (count === 0) runStart = start;
      count += 1;
    }
    const ends = at < text.length && classes[text.charCodeAt(at)] !== letter;
    // A full stop behind a word ends a sentence, one behind a number does not.
    const isOver = (length > 0 && (!isShort || text.charCodeAt(gap) === 46)) || ends || at - gap > widestGap;
    if (isOver || count === mostWords) {
      if (count >= fewest) yield wordsOf(text, runStart, isShort ? gap : start);
      count = 0;
    }
    if (ends) at += 1;
  }
  if (count >= fewest) yield wordsOf(text, runStart, text.length);
}

/** Letters of the lists: Latin, and what is written in Japan, China and Korea. */
function isLetter(unit: number): boolean {
  const isLatin = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit < 0x250);
  return isLatin || (unit >= 0x3040 && unit < 0xd800);
}

function wordsOf(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  for (const { index, 0: word } of text.slice(from, to).matchAll(/\p{L}+/gu)) {
    const start = from + index;
    const before = words.at(-1);
    const isFirst = before === undefined || text.slice(before.end, start).includes('\n');
    words.push({ start, end: start + word.length, isFirst, text: word.toLowerCase().normalize('NFKD') });
  }
  return words;
}

function* runsOfList(words: readonly Word[], list: WordList): Iterable<readonly Word[]> {
  let from = 0;
  for (let index = 0; index <= words.length; index += 1) {
    const word = words[index];
    if (word !== undefined && list.has(word.text)) continue;
    if (index - from >= fewest) yield words.slice(from, index);
    from = index + 1;
  }
}

/**
 * The phrase of a run: from its first word, the first of one of its first lines or the one behind a label, to its last
 * word or the last of a line. Twelve words in any other stretch would have a right checksum one time in sixteen.
 */
function phraseIn(
  run: readonly Word[],
  isPhrase: (words: readonly string[]) => boolean,
): { start: number; end: number } | null {
  const starts = run
    .flatMap((word, index) =>
      word.isFirst || labelWords.has(run[index - 1]?.text ?? '') || index === 0 ? [index] : [],
    )
    .slice(0, mostEnds);
  const ends = run
    .flatMap((_word, index) => (index === run.length - 1 || run[index + 1]?.isFirst === true ? [index] : []))
    .slice(-mostEnds);
  for (const count of counts) {
    for (const from of starts) {
      const last = run[from + count - 1];
      const first = run[from];
      if (last === undefined || first === undefined || !ends.includes(from + count - 1)) continue;
      if (isPhrase(run.slice(from, from + count).map(({ text }) => text)))
        return { start: first.start, end: last.end };
    }
  }
  return null;
}
