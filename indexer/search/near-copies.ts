import { foldLetters } from '../store/indexed-text.ts';

/** Words of one shingle, and the share of shingles from which two texts say the same. */
const shingleWords = 3;
const sameShare = 0.9;
/** Of a shorter text only its like is a copy. */
const shortShingles = 6;
/** Where a text is looked at first: most are no copies, which these few shingles tell. */
const probes = [0.1, 0.4, 0.6, 0.9];

/** What of a text decides whether it is another's copy, as 32-bit hashes: words as strings took five times as long. */
export interface TextPrint {
  readonly shingles: readonly number[];
  /** Words with a digit: two offers with different sums are no copies, however alike they are. */
  readonly numbers: readonly number[];
  /** Shingles and numbers. */
  readonly holds: ReadonlySet<number>;
}

// FNV-1a (RFC 9923).
const hashStart = 0x811c9dc5;
const hashFactor = 0x01000193;

export function printOf(text: string): TextPrint {
  const { words, numbers } = hashedWords(foldLetters(text).toLowerCase());
  const shingles: number[] = [];
  for (let at = 0; at + shingleWords <= Math.max(words.length, shingleWords); at++) {
    let hash = hashStart;
    for (let next = at; next < Math.min(at + shingleWords, words.length); next++)
      hash = Math.imul(hash ^ (words[next] ?? 0), hashFactor);
    shingles.push(hash);
  }
  return { shingles, numbers, holds: new Set([...shingles, ...numbers]) };
}

function hashedWords(text: string): { words: number[]; numbers: number[] } {
  const words: number[] = [];
  const numbers: number[] = [];
  let hash = hashStart;
  let [isWord, isNumber] = [false, false];
  const close = (): void => {
    if (!isWord) return;
    words.push(hash);
    if (isNumber) numbers.push(hash);
    hash = hashStart;
    isWord = false;
    isNumber = false;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!isInWord(unit)) {
      close();
      continue;
    }
    // Scripts without spaces: each character is a word.
    if (unit >= 0x2e80) close();
    hash = Math.imul(hash ^ unit, hashFactor);
    isWord = true;
    isNumber ||= unit >= 0x30 && unit <= 0x39;
  }
  close();
  return { words, numbers };
}

/** Letters and digits; of other scripts all but the blocks of punctuation. `unit` is in lower case. */
function isInWord(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return unit >= 0xc0 && !(unit >= 0x2000 && unit <= 0x2bff) && !(unit >= 0x3000 && unit <= 0x3004);
}

/**
 * Whether a text says nothing that the one shown does not: hardly a word of its own (containment by shingles, Broder
 * 1997) and no number, as a copy has or what a mail quotes. A text that says more is none.
 */
export function isCopy(text: TextPrint, shown: TextPrint): boolean {
  if (text.shingles.length < shortShingles) return text.shingles.join() === shown.shingles.join();
  if (!text.numbers.every((number) => shown.holds.has(number))) return false;
  const met = probes.filter((share) =>
    shown.holds.has(text.shingles[Math.floor(share * text.shingles.length)] ?? 0),
  );
  // One of them may have met the word that differs.
  if (met.length < probes.length - 1) return false;
  const shared = text.shingles.filter((shingle) => shown.holds.has(shingle)).length;
  return shared >= sameShare * text.shingles.length;
}
