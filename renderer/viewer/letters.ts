import type { Extent } from './blocks.ts';

/** The letters and digits of a text in one form, and where each stands in it: what is left when looks are taken away. */
export interface Letters {
  readonly text: string;
  readonly letters: string;
  /** For each unit of `letters` where its character begins in the text, and at the end the text's length. */
  readonly at: readonly number[];
}

const meaning = /[\p{L}\p{N}]/u;

/** Ligatures and wide forms count as what they stand for, since a parser writes them so. */
export function lettersOf(text: string): Letters {
  const at: number[] = [];
  let letters = '';
  let index = 0;
  for (const character of text) {
    if (meaning.test(character)) {
      const plain = character.normalize('NFKC').toLowerCase();
      letters += plain;
      for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
    }
    index += character.length;
  }
  at.push(text.length);
  return { text, letters, at };
}

/** Shorter pieces stand anywhere. */
const shortestPiece = 4;
const shortestEnd = 12;

/**
 * Where a quote stands in a text that has the same letters but may break its lines, bullets and spaces in other places;
 * in pieces where something stands between them. `nth` counts how often it stands before. Empty where it is not there.
 */
export function findLetters(text: Letters, quote: string, nth = 0): readonly Extent[] {
  const whole = placeOf(text, lettersOf(quote).letters, nth);
  if (whole !== null) return [withPunctuation(whole, text.text, quote)];
  const pieces = quote.split(/\[withheld:[^\]]*\]|\n+| \|(?= |$)/).map((piece) => lettersOf(piece).letters);
  if (pieces.length < 2) return [];
  return pieces.flatMap((piece) => (piece.length < shortestPiece ? [] : (placeOf(text, piece, 0) ?? [])));
}

/** The signs that a quote begins and ends with belong to it, where they stand there too. */
function withPunctuation({ start, end }: Extent, text: string, quote: string): Extent {
  const before = /^[^\p{L}\p{N}\s]+/u.exec(quote)?.[0] ?? '';
  const after = /[^\p{L}\p{N}\s]+$/u.exec(quote)?.[0] ?? '';
  return {
    start: text.slice(0, start).endsWith(before) ? start - before.length : start,
    end: text.startsWith(after, end) ? end + after.length : end,
  };
}

/** The end of a text with which a quote begins, or its beginning with which one ends: a quote goes over from page to page. */
export function findBrokenEnd(text: Letters, quote: string, end: 'first' | 'last'): Extent | null {
  const { letters } = lettersOf(quote);
  for (let length = letters.length - 1; length >= shortestEnd; length -= 1) {
    const part = end === 'first' ? letters.slice(0, length) : letters.slice(-length);
    const place = placeOf(text, part, 0);
    if (place !== null) return place;
  }
  return null;
}

/** How often a quote stands before a place of a text. */
export function timesBefore(text: string, start: number, quote: string): number {
  const { letters } = lettersOf(quote);
  const before = lettersOf(text.slice(0, start)).letters;
  let times = 0;
  if (letters === '') return 0;
  for (let at = before.indexOf(letters); at >= 0; at = before.indexOf(letters, at + 1)) times += 1;
  return times;
}

function placeOf({ letters, at }: Letters, part: string, nth: number): Extent | null {
  if (part === '') return null;
  let found = letters.indexOf(part);
  for (let times = 0; times < nth && found >= 0; times += 1) {
    const next = letters.indexOf(part, found + 1);
    if (next < 0) break;
    found = next;
  }
  if (found < 0) return null;
  const last = at[found + part.length - 1] ?? 0;
  return { start: at[found] ?? 0, end: Math.min(last + 1, at.at(-1) ?? 0) };
}
