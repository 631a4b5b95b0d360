import type { Value } from '../language/values.ts';
import { foldInPlace } from '../language/words.ts';
import type { AnswerPassage } from '../retrieve/passage.ts';
import { readStatement } from '../verify/claim.ts';
import { markersOf } from '../verify/markers.ts';
import { means, type SensedWord, saysPrice, saysWhatAFigureIs } from '../verify/senses.ts';
import { sideOf } from '../verify/sides.ts';
import { valueStands } from '../verify/value-match.ts';
import { isValueType } from './answer-type.ts';
import { subjectOf } from './candidates.ts';
import { evidenceOf, type Judged, leastEvidence } from './evidence.ts';
import { namesIn } from './names.ts';
import type { QuestionTerms } from './question-terms.ts';
import type { Weighed } from './weigh.ts';

/** What one source gives for the asked-for value. Offsets are UTF-16, into the document's text. */
export interface GivenValue {
  /** As it is written there. */
  readonly text: string;
  readonly passage: AnswerPassage;
  readonly start: number;
  readonly end: number;
}

/** Sources that give different values for what was asked, the newest first, each value once; at least two. */
export type Contradiction = readonly GivenValue[];

interface Giving {
  readonly scored: Weighed;
  readonly value: Value;
}

/** A rival speaks of the question nearly as well as the answer does. */
const rivalShare = 0.75;
/** Share of the question that each of the sentences must hold itself. */
const leastOwn = 0.75;
/** A question of one word ("How much was the hire?") means too many things. */
const leastTopic = 2;
const mostValues = 3;

/**
 * Whether other documents give another value of the asked type for the very same thing. Strict, for a false alarm costs
 * trust: one value each, the same words of the question, the same kind of figure, nobody else's offer, no other year.
 */
export function contradictionOf(
  best: Weighed,
  weighed: readonly Weighed[],
  judged: Judged,
): Contradiction | null {
  const { type, question } = judged;
  if (!isValueType(type)) return null;
  if (best.own < leastOwn || question.terms.filter(({ topical }) => topical).length < leastTopic) return null;
  const own = isPlain(best) ? givenBy(best) : null;
  if (own === null) return null;
  const rivals = weighed.flatMap((scored) => {
    const giving = scored === best || !isRival(scored, best, judged) ? null : givenBy(scored);
    return giving !== null && speaksOfTheSame(giving, own, question) ? [giving] : [];
  });
  const differing: Giving[] = [own];
  for (const giving of rivals.sort((a, b) => dateOf(b).localeCompare(dateOf(a)))) {
    if (differing.length >= mostValues || differing.some((known) => agree(known, giving))) continue;
    differing.push(giving);
  }
  if (differing.length < 2) return null;
  return differing.sort((a, b) => dateOf(b).localeCompare(dateOf(a))).map(given);
}

function dateOf({ scored }: Giving): string {
  return scored.candidate.passage.document.date ?? '';
}

function given({ scored: { candidate, spans }, value }: Giving): GivenValue {
  const span = spans.find(({ start, end }) => start <= value.start && end >= value.end) ?? value;
  const text = candidate.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return { text, passage: candidate.passage, start: candidate.start, end: candidate.end };
}

/** The one value of the asked type that a sentence states plainly; null where it gives none, several or a bound. */
function givenBy(scored: Weighed): Giving | null {
  const { candidate, spans } = scored;
  const values = candidate.values.filter(
    (value) =>
      spans.some(({ sure, start, end }) => sure && start <= value.start && end >= value.end) &&
      sideOf(candidate.text.slice(0, value.start)) !== 'not',
  );
  const [value] = values;
  if (value === undefined || values.length > 1) return null;
  const side = sideOf(candidate.text.slice(0, value.start));
  return side === '' || side === 'to' || (value.kind === 'date' && side !== 'not') ? { scored, value } : null;
}

function isRival(scored: Weighed, best: Weighed, judged: Judged): boolean {
  const { candidate } = scored;
  return (
    scored.typed &&
    !candidate.passage.quoted &&
    candidate.passage.document.documentId !== best.candidate.passage.document.documentId &&
    scored.own >= leastOwn &&
    scored.final >= rivalShare * best.final &&
    evidenceOf(scored, judged) >= leastEvidence &&
    isPlain(scored)
  );
}

/** No doubt, no denial, no question. */
function isPlain({ candidate: { text } }: Weighed): boolean {
  const { hedged, may, negations } = markersOf(text);
  return !hedged && !may && negations.length === 0 && !/\?["”»)]*\s*$/.test(text);
}

function speaksOfTheSame(one: Giving, other: Giving, question: QuestionTerms): boolean {
  return (
    sameHeld(one, other) &&
    sameRole(one, other) &&
    comparable(one.value, other.value) &&
    sameParty(one, other, question) &&
    sameYears(one, other)
  );
}

function sameHeld({ scored: one }: Giving, { scored: other }: Giving): boolean {
  return (
    one.held.size > 0 &&
    one.held.size === other.held.size &&
    [...one.held].every((stem) => other.held.has(stem))
  );
}

/** The nouns that say what the figure is ("deposit", "excess") in its part of the sentence; "costs" says nothing more. */
function rolesOf({ scored: { candidate }, value }: Giving): SensedWord[] {
  const { words, language, segments } = readStatement(candidate.text.slice(0, value.end), candidate.language);
  const from = segments.at(-1)?.start ?? 0;
  return words.filter(
    (word) => word.start >= from && saysWhatAFigureIs(word, language) && !saysPrice(word, language),
  );
}

function sameRole(one: Giving, other: Giving): boolean {
  const [left, right] = [rolesOf(one), rolesOf(other)];
  const within = (some: readonly SensedWord[], all: readonly SensedWord[]): boolean =>
    some.every((word) => all.some((role) => means(word, role)));
  return within(left, right) && within(right, left);
}

/** Of one kind, currency and unit, and different beyond doubt: "in May" and "5 May" are not. */
function comparable(left: Value, right: Value): boolean {
  if (left.kind !== right.kind || valueStands(left, right) || valueStands(right, left)) return false;
  if (left.kind === 'amount' && right.kind === 'amount') return left.currency === right.currency;
  if (left.kind === 'number' && right.kind === 'number')
    return left.unit !== null && left.unit === right.unit;
  if (left.kind === 'date' && right.kind === 'date') return isDay(left) && isDay(right);
  return true;
}

const isDay = (value: Value): boolean =>
  value.kind === 'date' &&
  value.readings.length === 1 &&
  value.readings.every(({ month, day }) => month !== null && day !== null);

/** One thread, one sender, or papers that name one party: two offers of two firms contradict nothing. */
function sameParty(one: Giving, other: Giving, question: QuestionTerms): boolean {
  const [left, right] = [one.scored.candidate, other.scored.candidate];
  if (subjectOf(left.passage) === subjectOf(right.passage)) return true;
  const [ours, theirs] = [partiesOf(one, question), partiesOf(other, question)];
  return [...ours].some((name) => theirs.has(name));
}

function partiesOf({ scored: { candidate } }: Giving, question: QuestionTerms): Set<string> {
  const { document } = candidate.passage;
  const asked = new Set(question.terms.map(({ folded }) => folded));
  const senders = document.people
    .filter(({ role }) => role === 'from' || role === 'author')
    .flatMap(({ name }) => foldInPlace(name).split(/\P{L}+/u));
  const titled = [...document.title.matchAll(/\p{Lu}\p{L}{2,}/gu)].map(([name]) => foldInPlace(name));
  const named = namesIn(candidate).flatMap((name) => name.words.map(({ folded }) => folded));
  // A name that is asked for is in both by force.
  return new Set(
    [...senders, ...titled.slice(1), ...named].filter((name) => name.length > 2 && !asked.has(name)),
  );
}

/** A price "in 2024" and one "in 2025" are both right. */
function sameYears(one: Giving, other: Giving): boolean {
  const years = ({ scored: { candidate }, value }: Giving): Set<number> =>
    new Set(
      candidate.values.flatMap((found) =>
        found !== value && found.kind === 'date' ? found.readings.flatMap(({ year }) => year ?? []) : [],
      ),
    );
  const [left, right] = [years(one), years(other)];
  return left.size === 0 || right.size === 0
    ? left.size === right.size
    : [...left].some((year) => right.has(year));
}

function agree(one: Giving, other: Giving): boolean {
  return valueStands(one.value, other.value) || valueStands(other.value, one.value);
}
