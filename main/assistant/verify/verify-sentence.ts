import { plainSentence, readClaim } from './claim.ts';
import { clausesOf } from './clauses.ts';
import type { Evidence } from './evidence.ts';
import { readingOf } from './reading.ts';
import { sentenceSupports } from './support.ts';

/** Where a claim is stated: its passage's number and a stretch of the document's text, one sentence or two. */
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
 * Finds the source sentence that supports a generated sentence, or the two neighbours that support its two halves: in
 * the passages it cites first, then in the others, since a small model cites at random. Null: nothing supports it.
 * Decided by comparison alone, no model.
 */
export function verifySentence(
  sentence: string,
  cited: readonly number[],
  passages: readonly Evidence[],
): Support | null {
  const first = passages.filter((passage) => cited.includes(passage.n));
  const others = passages.filter((passage) => !cited.includes(passage.n));
  for (const passage of [...first, ...others]) {
    const support = quotesStand(sentence, passage) ? supportIn(passage, sentence) : null;
    if (support !== null) return support;
  }
  return null;
}

function supportIn(passage: Evidence, sentence: string): Support | null {
  const whole = statedIn(passage, sentence);
  if (whole !== null) return { n: passage.n, start: whole.start, end: whole.end };
  for (const halves of clausesOf(plainSentence(sentence))) {
    const left = statedIn(passage, halves[0]);
    const right = left === null ? null : statedIn(passage, halves[1]);
    if (left === null || right === null || !areNeighbours(left, right)) continue;
    if (!halvesJoin(passage, halves, left, right)) continue;
    return { n: passage.n, start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) };
  }
  return null;
}

interface Stated {
  /** Of the sentence in its passage. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

function statedIn(passage: Evidence, sentence: string): Stated | null {
  const reading = readingOf(passage);
  const claim = readClaim(sentence, reading.language);
  for (const [index, source] of reading.sentences.entries()) {
    const rest = sentenceSupports(source, claim, reading);
    if (rest === null) continue;
    const start = rest.onBefore ? (reading.sentences[index - 1]?.start ?? source.start) : source.start;
    return { index, start, end: source.end };
  }
  return null;
}

const areNeighbours = (left: Stated, right: Stated): boolean => Math.abs(left.index - right.index) <= 1;

const pronoun =
  /^(?:it|this|that|these|those|they|he|she|his|her|their|its|es|das|er|sie|ellos|ellas|ella|él|il|elle|ils|elles)(?!\p{L})/iu;

/**
 * The second half of a claim often has no subject of its own: "…, and runs until March". What it then speaks of is the
 * first half's, so the source's sentence must have no other: it leans on its neighbour too, or names what the claim does.
 */
function halvesJoin(
  passage: Evidence,
  [first, second]: readonly [string, string],
  left: Stated,
  right: Stated,
): boolean {
  if (left.index === right.index) return true;
  const { sentences, language } = readingOf(passage);
  const source = sentences[right.index]?.statement;
  const own = readClaim(second, language);
  if (source === undefined) return false;
  const subject = source.words[0];
  const named = [...own.words, ...readClaim(first, language).words].some(
    (word) => word.folded === subject?.folded,
  );
  const startsItself = !pronoun.test(second) && own.words[0]?.start === 0;
  return named || pronoun.test(source.text) || (startsItself && own.words[0]?.folded === subject?.folded);
}
