import { foldLetters } from '../store/indexed-text.ts';

/** Words of one shingle, and the share of shingles from which two texts say the same. */
const shingleWords = 3;
const sameShare = 0.9;
/** Of a shorter text only its like is a copy. */
const shortShingles = 6;
/** Where a text is looked at first: most are no copies, which these few shingles tell. */
const probes = [0.1, 0.4, 0.6, 0.9];

/** What of a text decides whether it is another's copy. */
export interface TextPrint {
  readonly shingles: readonly string[];
  /** Two offers with different sums are no copies, however alike they are. */
  readonly numbers: readonly string[];
  /** Shingles and numbers. */
  readonly holds: ReadonlySet<string>;
}

export function printOf(text: string): TextPrint {
  const words =
    foldLetters(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const starts = Math.max(1, words.length - shingleWords + 1);
  const shingles = Array.from({ length: starts }, (_, at) => words.slice(at, at + shingleWords).join(' '));
  const numbers = words.filter((word) => /\p{N}/u.test(word));
  return { shingles, numbers, holds: new Set([...shingles, ...numbers]) };
}

/**
 * Whether a text says nothing that the one shown does not: hardly a word of its own (containment by shingles, Broder
 * 1997) and no number, as a copy has or what a mail quotes. A text that says more is none.
 */
export function isCopy(text: TextPrint, shown: TextPrint): boolean {
  if (text.shingles.length < shortShingles) return text.shingles.join() === shown.shingles.join();
  if (!text.numbers.every((number) => shown.holds.has(number))) return false;
  const met = probes.filter((share) =>
    shown.holds.has(text.shingles[Math.floor(share * text.shingles.length)] ?? ''),
  );
  // One of them may have met the word that differs.
  if (met.length < probes.length - 1) return false;
  const shared = text.shingles.filter((shingle) => shown.holds.has(shingle)).length;
  return shared >= sameShare * text.shingles.length;
}
