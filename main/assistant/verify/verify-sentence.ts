import { readClaim } from './claim.ts';
import type { Evidence } from './evidence.ts';
import { sentenceSupports } from './support.ts';

/** The source sentence that states a claim: its passage's number and its stretch of the document's text. */
export interface Support {
  readonly n: number;
  readonly start: number;
  readonly end: number;
}

/** Quotation marks around something that claims to be the source's own words. */
const quotes = /["“”„«»]([^"“”„«»]{3,})["“”„«»]/gu;
const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

function quotesStand(sentence: string, passage: Evidence): boolean {
  const [first, last] = [passage.sentences[0], passage.sentences.at(-1)];
  const text = collapse(passage.text.slice(first?.start ?? 0, last?.end ?? 0));
  return [...sentence.matchAll(quotes)].every((match) =>
    text.includes(collapse(match[1] ?? '').replace(/[,.]$/, '')),
  );
}

/**
 * Finds the one source sentence that supports a generated sentence: in the passages it cites first, then in the
 * others, since a small model cites at random. Null: nothing supports it. Decided by comparison alone, no model.
 */
export function verifySentence(
  sentence: string,
  cited: readonly number[],
  passages: readonly Evidence[],
): Support | null {
  const claim = readClaim(sentence);
  const first = passages.filter((passage) => cited.includes(passage.n));
  const others = passages.filter((passage) => !cited.includes(passage.n));
  for (const passage of [...first, ...others]) {
    if (!quotesStand(sentence, passage)) continue;
    const found = passage.sentences.find((range) =>
      sentenceSupports(collapse(passage.text.slice(range.start, range.end)), claim, passage),
    );
    if (found !== undefined) return { n: passage.n, start: found.start, end: found.end };
  }
  return null;
}
