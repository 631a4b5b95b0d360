import type { Claim } from './claim.ts';
import { type Grounding, ground, type Stretch, unitChars } from './grounding.ts';
import { markersAgree, markersOf } from './markers.ts';
import { keepsCompany, keepsOrder } from './order.ts';
import type { Reading, SourceSentence } from './reading.ts';
import { isInserted } from './segments.ts';
import { claimsNothing, means, type SensedWord, saysWhatAFigureIs } from './senses.ts';
import { valueStands } from './value-match.ts';

/** What a claim rests on beside the sentence itself. */
export interface Rest {
  /** It needs the sentence before to know who or what is spoken of. */
  readonly onBefore: boolean;
}

/** A claim has to say something: at least two of words and values. */
const leastContent = 2;
/** Parts of one sentence that are read together at most: what is longer enumerates. */
const mostParts = 8;
const asks = /\?["”»)]?\s*$/;

/**
 * Whether one sentence of a source states the claim. Conservative: every word and value of the claim must stand in it,
 * or a word that means the same, in parts that belong together, in an order that keeps who does what, without a
 * negation, doubt or bound on one side only. What it misses is a free paraphrase; what it must never do is let a wrong
 * combination through.
 */
export function sentenceSupports(source: SourceSentence, claim: Claim, reading: Reading): Rest | null {
  if (claim.words.length + claim.values.length < leastContent) return null;
  if (asks.test(source.statement.text) || asks.test(claim.text)) return null;
  if (!speakersWrote(claim, source, reading)) return null;
  const whole = { start: 0, end: source.statement.text.length };
  if (ground(source, whole, claim, reading) === null) return null;
  for (const parts of partsOf(source)) {
    const grounding = ground(source, parts, claim, reading);
    if (grounding !== null && holds(source, parts, claim, grounding))
      return { onBefore: grounding.fromBefore.length > 0 };
  }
  return null;
}

function speakersWrote({ speakers }: Claim, { persons }: SourceSentence, reading: Reading): boolean {
  return speakers.every(
    (speaker) =>
      persons.speaker.has(speaker) ||
      reading.senders.has(speaker) ||
      reading.heading.some(({ folded }) => folded === speaker),
  );
}

/** Neighbouring parts of the sentence, the fewest first. */
function* partsOf({ statement }: SourceSentence): Generator<Stretch> {
  const { segments } = statement;
  for (let count = 1; count <= Math.min(segments.length, mostParts); count += 1) {
    for (let from = 0; from + count <= segments.length; from += 1) {
      const [first, last] = [segments[from], segments[from + count - 1]];
      if (first !== undefined && last !== undefined) yield { start: first.start, end: last.end };
    }
  }
}

function holds(source: SourceSentence, stretch: Stretch, claim: Claim, grounding: Grounding): boolean {
  const { statement } = source;
  const texts = {
    source: statement.text.slice(stretch.start, stretch.end),
    sourceStart: stretch.start,
    claim: claim.text,
  };
  return (
    saysSomething(grounding) &&
    keepsOrder(grounding, texts, claim.language) &&
    keepsCompany(grounding, statement, claim) &&
    createBelonging(source, claim, grounding).holds() &&
    beforeFits(source, claim, grounding) &&
    figuresAreNamed(source, stretch, claim, grounding) &&
    markersAgree(
      markersOf(governed(statement.text, usedStretch(source, grounding)), claim.language),
      claim.markers,
      claim.language,
    )
  );
}

/**
 * A name alone says nothing, however many parts it has, nor does one with words of the title: "Mould behind the wardrobe –
 * Graham" stands in no signature.
 */
function saysSomething({ spots, fromHeading, fromBefore }: Grounding): boolean {
  const said = new Set(spots.map(({ at }) => at));
  const told = spots.some(({ name, literal }) => !name && literal);
  // Where little is said, a word with two meanings is easily taken for the other one.
  if (2 * spots.filter(({ literal }) => literal).length < spots.length) return false;
  return told ? said.size + fromHeading.length + fromBefore.length >= leastContent : false;
}

/** From the first part that is used to the end of the last. */
function usedStretch({ statement }: SourceSentence, { spots }: Grounding): Stretch {
  const used = statement.segments.filter(({ start, end }) => spots.some(({ at }) => at >= start && at < end));
  return { start: used[0]?.start ?? 0, end: used.at(-1)?.end ?? statement.text.length };
}

/** A doubt or condition before the words governs them: "if the roof leaks, we pay" is no "we pay". */
const governing =
  /^\W*(?:if|unless|wenn|falls|sofern|si|whether|instead of|rather than|i think|we could|maybe|perhaps|should (?:any|the|you|it))/iu;

function governed(text: string, { start, end }: Stretch): string {
  const condition = governing.test(text) ? text : text.slice(start);
  return condition.slice(0, condition.length - (text.length - end));
}

/** How many parts may stand between two that are read together: one insertion ("the roof, with gutters, costs"). */
const insertions = 1;

function createBelonging({ statement }: SourceSentence, claim: Claim, grounding: Grounding) {
  const { segments, language } = statement;
  const claimed = (word: SensedWord): boolean => claim.words.some((other) => means(other, word));
  const spotted = new Set(grounding.spots.map(({ at }) => at));
  const within = (index: number, at: number): boolean => {
    const segment = segments[index];
    return segment !== undefined && at >= segment.start && at < segment.end;
  };
  const isUnit = (word: SensedWord): boolean =>
    grounding.spots.some(
      ({ measured, end }) => measured && word.start >= end && word.start <= end + unitChars,
    );
  const strangers = (index: number): { readonly start: number }[] => [
    ...statement.words.filter(
      (word) =>
        within(index, word.start) &&
        !spotted.has(word.start) &&
        !claimed(word) &&
        !claimsNothing(word, language) &&
        !isUnit(word) &&
        !isInserted(statement.text, word.start),
    ),
    ...statement.values.filter(
      (value) =>
        within(index, value.start) &&
        !spotted.has(value.start) &&
        !isInserted(statement.text, value.start) &&
        !claim.values.some((wanted) => valueStands(value, wanted, null)),
    ),
  ];
  const spotsIn = (index: number) => grounding.spots.filter(({ at }) => within(index, at));
  /** In the first of several parts the claim's words come before anything else: "Anna paid 200 for the taxi and 300 for the hotel". */
  const leadsIn = (index: number): boolean => {
    const places = spotsIn(index).map(({ at }) => at);
    const [first, last] = [Math.min(...places), Math.max(...places)];
    // "Ask for room 6, it has the balcony": what the first part ends with is what "it" means.
    const next = segments[index + 1];
    const goesOn = next !== undefined && leansBack.test(statement.text.slice(next.start).trimStart());
    return (
      strangers(index).every((stranger) => stranger.start > last) ||
      (goesOn && strangers(index).every((stranger) => stranger.start < first))
    );
  };
  /** A word of the title may complete a sentence, never take the place of one of its words. */
  const complete = (index: number): boolean =>
    strangers(index).length === 0 &&
    statement.words.filter((word) => within(index, word.start) && !isUnit(word)).length ===
      spotsIn(index).filter(({ value }) => !value).length;
  return {
    holds(): boolean {
      const used = segments.flatMap((_, index) => (spotsIn(index).length > 0 ? [index] : []));
      const fromStart = used.every((index, position) => index === position);
      if (grounding.fromHeading.length > 0 && !(fromStart && used.every(complete))) return false;
      const [first, ...later] = used;
      if (first === undefined) return false;
      if (later.length === 0) return true;
      if (!later.every((index) => strangers(index).length === 0)) return false;
      return (
        later.every((index, position) => index - (used[position] ?? index) <= insertions + 1) &&
        leadsIn(first)
      );
    },
  };
}

const leansBack =
  /^(?:it|this|that|these|those|they|he|she|his|her|their|its|es|das|dies\p{L}*|er|sie|eso|esto|ella?|ellos|ellas|se|il|elle|ils|elles|cela|ce)(?!\p{L})/iu;

/**
 * Who or what the sentence before speaks of may stand for the "it" that this one begins with: a phrase at its very
 * beginning, whole, and in the claim too. "The roof … It costs 900 euros" says what the roof costs.
 */
function beforeFits({ statement, before }: SourceSentence, claim: Claim, { fromBefore }: Grounding): boolean {
  if (fromBefore.length === 0) return true;
  if (before === null || !leansBack.test(statement.text)) return false;
  const subject = before.words.slice(0, fromBefore.length);
  const [first] = before.segments;
  const last = before.words[fromBefore.length - 1];
  const together = first !== undefined && last !== undefined && last.start < first.end;
  const places = fromBefore.map((word) => claim.words.indexOf(word));
  const oneAfterAnother = places.every(
    (place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1,
  );
  return (
    together &&
    oneAfterAnother &&
    subject.every((word, index) => {
      const wanted = fromBefore[index];
      return wanted !== undefined && means(word, wanted);
    })
  );
}

/** What follows a sum and turns it into another one: "£120 off", "€50 deposit". */
const nextTo = 1;

/**
 * What the source says a figure is must not be lost: the nearest such noun in the figure's part of the sentence, before
 * it or right behind, has to be in the claim; and a claim that says "costs" by itself suffers nothing before the sum
 * that it leaves out.
 */
function figuresAreNamed(
  { statement }: SourceSentence,
  stretch: Stretch,
  claim: Claim,
  { spots, implied }: Grounding,
): boolean {
  const { language } = statement;
  const spotted = new Set(spots.map(({ at }) => at));
  const lost = (word: SensedWord): boolean =>
    !spotted.has(word.start) && !claim.words.some((other) => means(other, word));
  return spots
    .filter(({ value, key }) => value && key !== 'date' && key !== 'code')
    .every(({ at }) => {
      const segment = statement.segments.find(({ start, end }) => at >= start && at < end) ?? stretch;
      const own = statement.words.filter((word) => word.start >= segment.start && word.start < segment.end);
      const ahead = own.filter((word) => word.start < at);
      const behind = own.filter((word) => word.start > at).slice(0, nextTo);
      const role = ahead.findLast((word, index) => {
        const next = ahead[index + 1];
        // In "cost index" the first word only says which index.
        const isPart = next !== undefined && /^\s+$/.test(statement.text.slice(word.end, next.start));
        return saysWhatAFigureIs(word, language) && !isPart;
      });
      if (role !== undefined && lost(role)) return false;
      if (behind.some((word) => saysWhatAFigureIs(word, language) && lost(word) && role === undefined))
        return false;
      return implied.length === 0 || !ahead.some(lost);
    });
}
