import { firstPersonAt } from '../language/first-person.ts';
import type { Value } from '../language/values.ts';
import { fold, type Word } from '../language/words.ts';
import { type Claim, isRelational, isReporting, readStatement, type Statement, sense } from './claim.ts';
import { markersAgree, markersOf, sideOf } from './markers.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { valueStands } from './value-match.ts';

/** What is known of the document a source sentence stands in. */
export interface SourceContext {
  /** Title and headings above the sentence. */
  readonly heading: string;
  /** Names of who wrote it. */
  readonly senders: readonly string[];
}

/** Where the claim's words and values were found in the source sentence. */
interface Grounding {
  readonly spots: readonly {
    readonly key: string;
    readonly at: number;
    readonly name: boolean;
    readonly free: boolean;
  }[];
  /** Claim words that only the title or a heading holds. */
  readonly fromHeading: readonly Word[];
}

/** A claim has to say something: at least two of words and values. */
const leastContent = 2;

/**
 * Whether one sentence of a source states the claim. Conservative: every word and value of the claim must stand in it,
 * in parts that belong together, in the same order, without a negation, doubt or bound on one side only.
 * What it misses is a paraphrase; what it must never do is let a wrong combination through.
 */
export function sentenceSupports(sentence: string, claim: Claim, context: SourceContext): boolean {
  const content = claim.words.filter((word) => !isReporting(word));
  if (content.length + claim.values.length < leastContent) return false;
  if (/\?["”»)]?\s*$/.test(sentence) || /\?["”»)]?\s*$/.test(claim.text)) return false;
  if (!speakersWrote(claim.speakers, context)) return false;
  const source = readStatement(sentence);
  const grounding = ground(source, content, claim, context);
  if (grounding === null || !inOrder(grounding)) return false;
  const used = segmentsUsed(sentence, grounding);
  if (!belongTogether(used, source, claim, grounding)) return false;
  return markersAgree(markersOf(spanText(sentence, used)), claim.markers);
}

function speakersWrote(speakers: readonly string[], context: SourceContext): boolean {
  const known = fold(`${context.senders.join(' ')} ${context.heading}`);
  return speakers.every((speaker) => known.split(/[^\p{L}\p{N}]+/u).includes(speaker));
}

function ground(
  source: Statement,
  content: readonly Word[],
  claim: Claim,
  context: SourceContext,
): Grounding | null {
  const spots: { key: string; at: number; name: boolean; free: boolean }[] = [];
  const fromHeading: Word[] = [];
  const heading = new Set(readStatement(context.heading).words.map(sense));
  const senders = new Set(fold(context.senders.join(' ')).split(/[^\p{L}\p{N}]+/u));
  const self = firstPersonAt(source.text);
  for (const value of claim.values) {
    const found = findValue(source, value, claim.text);
    if (found === null) return null;
    spots.push({ key: `=${value.start}`, at: found.start, name: false, free: true });
  }
  const taken = new Set<number>();
  for (const word of content) {
    const found = source.words.find(
      (candidate) => sense(candidate) === sense(word) && !taken.has(candidate.start),
    );
    if (found !== undefined) {
      taken.add(found.start);
      spots.push({ key: sense(word), at: found.start, name: word.capital, free: isRelational(word) });
    } else if (senders.has(word.folded) && self !== null) {
      spots.push({ key: `@${[...senders][0]}`, at: self, name: true, free: false });
    } else if (heading.has(sense(word))) {
      fromHeading.push(word);
    } else if (!source.words.some((candidate) => sense(candidate) === sense(word))) {
      return null;
    }
  }
  return { spots, fromHeading };
}

function findValue(source: Statement, value: Value, claimText: string): Value | null {
  const side = sideOf(claimText.slice(0, value.start));
  return (
    source.values.find(
      (candidate) => valueStands(candidate, value) && sideOf(source.text.slice(0, candidate.start)) === side,
    ) ?? null
  );
}

/** Swapped names or roles ("Ben owes Anna") are another statement. Values and words like "cost" may move. */
function inOrder(grounding: Grounding): boolean {
  const fixed = grounding.spots.filter((spot) => !spot.free);
  return fixed.every((spot, index) => index === 0 || (fixed[index - 1]?.at ?? 0) <= spot.at);
}

function segmentsUsed(sentence: string, grounding: Grounding): { all: Segment[]; used: number[] } {
  const all = segmentsOf(sentence);
  const used = new Set<number>();
  for (const spot of grounding.spots) {
    const index = all.findIndex((segment) => spot.at >= segment.start && spot.at < segment.end);
    if (index >= 0) used.add(index);
  }
  return { all, used: [...used].sort((a, b) => a - b) };
}

function spanText(
  sentence: string,
  { all, used }: { all: readonly Segment[]; used: readonly number[] },
): string {
  const first = all[used[0] ?? 0];
  const last = all[used.at(-1) ?? 0];
  // A doubt or condition before the words governs them: "if the roof leaks, we pay" is no "we pay".
  const from =
    /^\W*(?:if|unless|wenn|falls|si|whether|instead of|rather than|i think|we could|maybe|perhaps)/iu.test(
      sentence,
    )
      ? 0
      : first?.start;
  return sentence.slice(from ?? 0, last?.end ?? sentence.length);
}

/** How many parts may stand between two that are read together: one insertion ("the roof, with gutters, costs"). */
const insertions = 1;

function belongTogether(
  { all, used }: { all: readonly Segment[]; used: readonly number[] },
  source: Statement,
  claim: Claim,
  grounding: Grounding,
): boolean {
  const claimed = new Set(claim.words.map(sense));
  const strangers = (index: number): Word[] =>
    source.words.filter((word) => {
      const segment = all[index];
      return (
        segment !== undefined &&
        word.start >= segment.start &&
        word.start < segment.end &&
        !claimed.has(sense(word)) &&
        !isReporting(word)
      );
    });
  const strangeValues = (index: number): boolean => {
    const segment = all[index];
    return source.values.some(
      (value) =>
        segment !== undefined &&
        value.start >= segment.start &&
        value.start < segment.end &&
        !claim.values.some((wanted) => valueStands(value, wanted)),
    );
  };
  const whole = (index: number): boolean => strangers(index).length === 0 && !strangeValues(index);
  if (grounding.fromHeading.length > 0 && !used.every(whole)) return false;
  if (used.length === 1) return grounding.spots.length > 0;
  const [first, ...later] = used;
  if (first === undefined || !later.every(whole)) return false;
  const gaps = later.every((index, position) => index - (used[position] ?? index) <= insertions + 1);
  return gaps && leadsIn(all[first], strangers(first), grounding);
}

/** In the first of several parts the claim's words come before anything else: "Anna paid 200 for the taxi and 300 for the hotel". */
function leadsIn(segment: Segment | undefined, strangers: readonly Word[], grounding: Grounding): boolean {
  const inside = grounding.spots.filter(
    (spot) => segment !== undefined && spot.at >= segment.start && spot.at < segment.end,
  );
  const last = Math.max(...inside.map((spot) => spot.at));
  return strangers.every((word) => word.start > last);
}
