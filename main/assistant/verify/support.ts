import { firstPersonAt } from '../language/first-person.ts';
import type { Value } from '../language/values.ts';
import { fold, type Word } from '../language/words.ts';
import { type Claim, isRelational, readStatement, type Statement, sense } from './claim.ts';
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
    readonly value: boolean;
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
  const content = claim.words;
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
  const spots: { key: string; at: number; value: boolean; free: boolean }[] = [];
  const fromHeading: Word[] = [];
  const heading = new Set(readStatement(context.heading).words.map(sense));
  const senders = new Set(fold(context.senders.join(' ')).split(/[^\p{L}\p{N}]+/u));
  // "Graham will come" may rest on his "I will come"; a claim in the first person itself is his own words.
  const self = firstPersonAt(claim.text) === null ? firstPersonAt(source.text) : null;
  const used = new Set<Value>();
  for (const value of claim.values) {
    const found = findValue(source, value, claim.text, used);
    if (found === null) return null;
    used.add(found);
    spots.push({ key: value.kind, at: found.start, value: true, free: true });
  }
  const taken = new Set<number>();
  for (const word of content) {
    const found = source.words.find(
      (candidate) => sense(candidate) === sense(word) && !taken.has(candidate.start),
    );
    if (found !== undefined) {
      taken.add(found.start);
      spots.push({ key: sense(word), at: found.start, value: false, free: isRelational(word) });
    } else if (senders.has(word.folded) && self !== null) {
      spots.push({ key: `@${[...senders][0]}`, at: self, value: false, free: false });
    } else if (heading.has(sense(word))) {
      fromHeading.push(word);
    } else {
      return null;
    }
  }
  return { spots, fromHeading };
}

/** A value of the source that no other value of the claim stands on: "of £5 we spent £5" needs two. */
function findValue(
  source: Statement,
  value: Value,
  claimText: string,
  used: ReadonlySet<Value>,
): Value | null {
  const side = sideOf(claimText.slice(0, value.start));
  return (
    source.values.find(
      (candidate) =>
        !used.has(candidate) &&
        valueStands(candidate, value) &&
        sideOf(source.text.slice(0, candidate.start)) === side,
    ) ?? null
  );
}

/**
 * Swapped names or roles ("Ben owes Anna") are another statement, and so are swapped figures ("1,400 instead of 1,200").
 * Words like "cost" may move, and a figure among words.
 */
function inOrder(grounding: Grounding): boolean {
  const rising = (spots: Grounding['spots']): boolean =>
    spots.every((spot, index) => index === 0 || (spots[index - 1]?.at ?? 0) <= spot.at);
  const kinds = new Set(grounding.spots.filter((spot) => spot.value).map((spot) => spot.key));
  return (
    rising(grounding.spots.filter((spot) => !spot.free)) &&
    [...kinds].every((kind) => rising(grounding.spots.filter((spot) => spot.value && spot.key === kind)))
  );
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
        !claimed.has(sense(word))
      );
    });
  const strangeValues = (index: number): Value[] => {
    const segment = all[index];
    return source.values.filter(
      (value) =>
        segment !== undefined &&
        value.start >= segment.start &&
        value.start < segment.end &&
        !claim.values.some((wanted) => valueStands(value, wanted)),
    );
  };
  const whole = (index: number): boolean =>
    strangers(index).length === 0 && strangeValues(index).length === 0;
  // A word of the title may complete a sentence, never take the place of one of its words.
  const complete = (index: number): boolean => {
    const segment = all[index];
    const within = (at: number): boolean => segment !== undefined && at >= segment.start && at < segment.end;
    const given = source.words.filter((word) => within(word.start)).length;
    return whole(index) && given === grounding.spots.filter((spot) => !spot.value && within(spot.at)).length;
  };
  const fromStart = used.every((index, position) => index === position);
  if (grounding.fromHeading.length > 0 && !(fromStart && used.every(complete))) return false;
  if (used.length === 1) return grounding.spots.length > 0;
  const [first, ...later] = used;
  if (first === undefined || !later.every(whole)) return false;
  const gaps = later.every((index, position) => index - (used[position] ?? index) <= insertions + 1);
  return gaps && leadsIn(all[first], [...strangers(first), ...strangeValues(first)], grounding);
}

/** In the first of several parts the claim's words come before anything else: "Anna paid 200 for the taxi and 300 for the hotel". */
function leadsIn(
  segment: Segment | undefined,
  strangers: readonly { readonly start: number }[],
  grounding: Grounding,
): boolean {
  const inside = grounding.spots.filter(
    (spot) => segment !== undefined && spot.at >= segment.start && spot.at < segment.end,
  );
  const last = Math.max(...inside.map((spot) => spot.at));
  return strangers.every((stranger) => stranger.start > last);
}
