import type { Language } from '../language/stop-words.ts';
import type { Statement } from './claim.ts';
import type { Grounding, Spot } from './grounding.ts';
import type { Segment } from './segments.ts';

/** The two sentences whose order is compared. */
export interface Texts {
  /** The stretch of the source that is compared. */
  readonly source: string;
  /** Where it begins in its sentence. */
  readonly sourceStart: number;
  readonly claim: string;
}

const agent =
  /(?<!\p{L})(?:by|von|durch|por|par|da|dal|dalla|pelo|pela)\s+(?:(?:the|den|dem|der|das|el|la|los|las|le|les|an?)\s+)?\p{L}/u;

const passive =
  /(?<!\p{L})(?:is|are|was|were|been|being|be|wird|werden|wurden?|worden|fue|fueron|es|son|sido|est|sont|été)\s+(?:\p{L}+\s+){0,2}?\p{L}{2,}(?:ed|en|t|[aio]d[oa]s?|ée?s?)(?!\p{L})/u;

/** "They registered the application" against "the application was registered". */
const changesVoice = ({ source, claim }: Texts): boolean => passive.test(source) !== passive.test(claim);

/** Where the one who acts is named in a passive sentence ("checked by Margaret"); an offset, or null. */
function agentAt(text: string): number | null {
  const match = passive.test(text) ? agent.exec(text) : null;
  return match === null ? null : match.index + match[0].length - 1;
}

/**
 * "Checked by Margaret" against "Margaret checked": what was in front stands behind. True where one of the two is
 * passive and its agent is what the other begins with, false where it is not, null where neither or both are.
 */
function turnsRound(words: readonly Spot[], { source, claim, sourceStart }: Texts): boolean | null {
  const [inSource, inClaim] = [agentAt(source), agentAt(claim)];
  if ((inSource === null) === (inClaim === null)) return null;
  if (inClaim !== null) {
    const acting = words.find(({ claimAt }) => claimAt >= inClaim);
    return acting !== undefined && words.every(({ at }) => at >= acting.at);
  }
  const from = sourceStart + (inSource ?? 0);
  const acting = words.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at)[0];
  return acting !== undefined && words[0] === acting;
}

/**
 * Swapped names or roles ("Ben owes Anna") are another statement, and so are swapped figures ("1,400 instead of 1,200").
 * A phrase may move to the front or the end, "cost" and figures may move among words, and the passive turns names round.
 */
export function keepsOrder(grounding: Grounding, texts: Texts, language: Language): boolean {
  const words = grounding.spots.filter((spot) => !spot.value && !spot.free);
  const round = turnsRound(words, texts);
  return (
    round !== false &&
    moves(words) <= (round || changesVoice(texts) ? mostMoves.passive : mostMoves[language]) &&
    namesKeepOrder(words, texts, round === true) &&
    valuesKeepOrder(grounding.spots)
  );
}

/**
 * Neighbours of the source parted in the claim: one phrase that moves parts three, and where the verb then comes before
 * its subject four; a sentence turned round five.
 */
const mostMoves = { en: 3, fr: 3, de: 4, es: 4, it: 4, pt: 4, passive: 5 } as const;

/** Breakpoints of a permutation (V. Bafna, P. Pevzner: Sorting by transpositions, 1998). */
function moves(spots: readonly Spot[]): number {
  const places = [...new Set(spots.map(({ at }) => at))].sort((a, b) => a - b);
  const ranks = [-1, ...spots.map(({ at }) => places.indexOf(at)), places.length];
  return ranks.filter((rank, index) => {
    const next = ranks[index + 1];
    return next !== undefined && next !== rank + 1 && next !== rank;
  }).length;
}

function namesKeepOrder(words: readonly Spot[], { claim }: Texts, round: boolean): boolean {
  const names = words.filter(({ name }) => name);
  return names.every((name, index) => {
    const next = names[index + 1];
    if (next === undefined || next.at >= name.at) return true;
    // "Beth and Anna": an enumeration has no order.
    const between = claim.slice(name.claimEnd, next.claimAt);
    return round || /^\s*(?:,|and|und|y|e|et|&)\s*$/.test(between);
  });
}

function valuesKeepOrder(spots: readonly Spot[]): boolean {
  const kinds = new Set(spots.filter(({ value }) => value).map(({ key }) => key));
  return [...kinds].every((kind) => {
    const values = spots.filter(({ value, key }) => value && key === kind);
    const rising = values.every((spot, index) => index === 0 || (values[index - 1]?.at ?? 0) <= spot.at);
    const sides = values.map(({ side }) => side);
    // "From 5 to 19 May", "to 19 from 5 May": each says itself which end it is.
    const told = !sides.includes('') && new Set(sides).size === sides.length;
    return rising || told || boundByParts(values, spots);
  });
}

/** Each figure has company that moved along with it: "the excess is £300, the premium £412". */
function boundByParts(values: readonly Spot[], spots: readonly Spot[]): boolean {
  return values.every((value) => {
    const nearest = spots
      .filter((spot) => !spot.value)
      .toSorted((a, b) => gap(a, value, 'claimAt') - gap(b, value, 'claimAt'))[0];
    const rivals = values.filter((other) => other !== value);
    return (
      nearest !== undefined && rivals.every((rival) => gap(nearest, value, 'at') < gap(nearest, rival, 'at'))
    );
  });
}

function gap(left: Spot, right: Spot, side: 'at' | 'claimAt'): number {
  return Math.abs(left[side] - right[side]);
}

const segmentAt = (segments: readonly Segment[], at: number): number =>
  segments.findIndex(({ start, end }) => at >= start && at < end);

/**
 * Whether what stands together in the claim stands together in the source: no two parts of a sentence exchange
 * something ("Anna pays for coffee and Ben for tea"), and words side by side are of one part ("red door").
 */
export function keepsCompany({ spots }: Grounding, source: Statement, claim: Statement): boolean {
  const placed = spots.map((spot) => ({
    spot,
    from: segmentAt(claim.segments, spot.claimAt),
    to: segmentAt(source.segments, spot.at),
  }));
  const apart = placed.some(({ spot, to }, index) => {
    const next = placed[index + 1];
    if (next === undefined || spot.value || next.spot.value || spot.free || next.spot.free) return false;
    const sideBySide = /^\s+$/.test(claim.text.slice(spot.claimEnd, next.spot.claimAt));
    return next.to > to && sideBySide && !leansBack(source, next.to);
  });
  return !apart && !exchanged(placed);
}

/** "…, it comes with": its subject stands in the part before. */
function leansBack({ text, segments }: Statement, index: number): boolean {
  return pronoun.test(text.slice(segments[index]?.start ?? 0).trimStart());
}

const pronoun =
  /^(?:it|this|that|these|those|they|he|she|which|who|es|das|dies\p{L}*|er|sie|die|der|eso|ella?|ellos|ellas|que|il|elle|ils|elles|qui)(?!\p{L})/iu;

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Two parts of the claim that both hold something of the same two parts of the source. */
function exchanged(placed: readonly Placed[]): boolean {
  const parts = new Map<number, number[]>();
  for (const { from, to } of placed) parts.set(from, [...(parts.get(from) ?? []), to]);
  const all = [...parts.values()];
  return all.some((left, index) =>
    all.slice(index + 1).some((right) => {
      const shared = new Set(left.filter((one) => right.includes(one)));
      return shared.size >= 2;
    }),
  );
}
