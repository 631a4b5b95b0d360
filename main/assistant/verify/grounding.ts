import type { Value } from '../language/values.ts';
import type { Claim, Statement } from './claim.ts';
import { personAt } from './persons.ts';
import type { Reading, SourceSentence } from './reading.ts';
import { claimsNothing, means, type SensedWord, sameRoot, saysPrice, saysWhatAFigureIs } from './senses.ts';
import { differenceOf, sameSide, sideOf } from './sides.ts';
import { valueStands } from './value-match.ts';

/** Something of the claim and where the source has it; offsets into the two texts. */
export interface Spot {
  /** Sense of a word, kind of a value. */
  readonly key: string;
  readonly at: number;
  readonly end: number;
  readonly claimAt: number;
  readonly claimEnd: number;
  readonly value: boolean;
  /** May stand anywhere among the words: a figure, "cost". */
  readonly free: boolean;
  readonly name: boolean;
  /** Which side of it the source speaks of. */
  readonly side: string;
  /** A figure whose unit the source has too, right behind it. */
  readonly measured: boolean;
  /** The same word, not one that means the same. */
  readonly literal: boolean;
}

export interface Grounding {
  /** In the claim's order. */
  readonly spots: readonly Spot[];
  /** Claim words that only the title or a heading holds. */
  readonly fromHeading: readonly SensedWord[];
  /** Claim words that the sentence before holds. */
  readonly fromBefore: readonly SensedWord[];
  /** Claim words that a sum of money says by itself. */
  readonly implied: readonly SensedWord[];
}

/** A stretch of the source sentence; offsets into its text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const inside =
  (stretch: Stretch) =>
  ({ start }: { readonly start: number }): boolean =>
    start >= stretch.start && start < stretch.end;

/** Between a figure and its unit: "46 °C". */
export const unitChars = 2;

/** Whether a word is the unit of a figure before it, which was compared with the figure. */
function isUnitOf({ measured, claimEnd }: Spot, word: SensedWord): boolean {
  return measured && word.start >= claimEnd && word.start <= claimEnd + unitChars;
}

/** Where a stretch of the source has each word and value of the claim; null where it has not all of them. */
export function ground(
  { statement, before, persons }: SourceSentence,
  stretch: Stretch,
  claim: Claim,
  reading: Reading,
): Grounding | null {
  const values = groundValues(statement, stretch, claim, reading);
  if (values === null) return null;
  const { language } = claim;
  const find = wordFinder(statement, stretch, claim, values, (word) =>
    personAt(word, statement, stretch, claim, persons),
  );
  const spots: Spot[] = [...values];
  const rest = {
    fromHeading: [] as SensedWord[],
    fromBefore: [] as SensedWord[],
    implied: [] as SensedWord[],
  };
  for (const word of claim.words) {
    const meant = (other: SensedWord): boolean => means(other, word);
    if (values.some((spot) => isUnitOf(spot, word))) continue;
    const found = find(word);
    if (found !== null) spots.push(found);
    else if (claimsNothing(word, language)) continue;
    else if (saysPrice(word, language) && values.some(({ key }) => key === 'amount')) rest.implied.push(word);
    else if (before?.words.some(meant)) rest.fromBefore.push(word);
    else if (reading.heading.some(meant)) rest.fromHeading.push(word);
    else return null;
  }
  spots.sort((a, b) => a.claimAt - b.claimAt);
  return { spots: enumeratedAlike(spots, statement.text, claim.text), ...rest };
}

const enumerating =
  /^\s*(?:,|&|and|or|und|oder|y|e|o|u|et|ou)\s+(?:(?:the|an?|die|der|das|den|el|la|los|las|un|una|les?)\s+)?$/i;

/** "Beth and Anna", "Anna and Beth": two that are only named together have no order, so each takes the other's place. */
function enumeratedAlike(spots: readonly Spot[], source: string, claim: string): Spot[] {
  const result = [...spots];
  for (let index = 0; index + 1 < result.length; index += 1) {
    const [left, right] = [result[index], result[index + 1]];
    if (left === undefined || right === undefined || left.value || right.value || left.at <= right.at)
      continue;
    const inClaim = enumerating.test(claim.slice(left.claimEnd, right.claimAt));
    const inSource = enumerating.test(source.slice(right.end, left.at));
    if (!inClaim || !inSource) continue;
    result[index] = { ...left, at: right.at, end: right.end };
    result[index + 1] = { ...right, at: left.at, end: left.end };
  }
  return result;
}

/** Figures of one kind and unit compete for one another's place. */
function keyOf(value: Value): string {
  return value.kind === 'number' && value.unit !== null ? `number of ${value.unit}` : value.kind;
}

/** A value of the source that no other value of the claim stands on: "of £5 we spent £5" needs two. */
function groundValues(source: Statement, stretch: Stretch, claim: Claim, { date }: Reading): Spot[] | null {
  const used = new Set<Value>();
  const spots: Spot[] = [];
  for (const value of claim.values) {
    const side = sideOf(claim.text.slice(0, value.start));
    const difference = differenceOf(claim.text.slice(0, value.start), claim.text.slice(value.end));
    const found = source.values.find(
      (candidate) =>
        inside(stretch)(candidate) &&
        !used.has(candidate) &&
        valueStands(candidate, value, date) &&
        sameSide(sideOf(source.text.slice(0, candidate.start)), side) &&
        differenceOf(source.text.slice(0, candidate.start), source.text.slice(candidate.end)) === difference,
    );
    if (found === undefined) return null;
    used.add(found);
    spots.push({
      ...{ key: keyOf(value), at: found.start, end: found.end, claimAt: value.start, claimEnd: value.end },
      ...{
        value: true,
        free: true,
        name: false,
        literal: true,
        side: sideOf(source.text.slice(0, found.start)),
      },
      measured:
        found.kind === 'number' && found.unit !== null && value.kind === 'number' && value.unit !== null,
    });
  }
  return spots;
}

/** A word this near behind a value belongs to it. */
const besideChars = 5;

/** Written like names, and none. */
const calendar = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|easter|christmas)$/;

function wordFinder(
  source: Statement,
  stretch: Stretch,
  claim: Claim,
  values: readonly Spot[],
  personOf: (word: SensedWord) => number | null,
): (word: SensedWord) => Spot | null {
  const { language } = claim;
  const given = source.words.filter(inside(stretch));
  const taken = new Set<number>();
  let last = -1;
  const spotOf = (word: SensedWord, at: number, end: number, name: boolean): Spot => ({
    ...{ key: word.lemma, at, end, claimAt: word.start, claimEnd: word.end, value: false, name },
    free: saysWhatAFigureIs(word, language) || saysPrice(word, language),
    side: sideOf(source.text.slice(0, at)),
    measured: false,
    literal: true,
  });
  // German writes every noun with a capital: there only a known person's name is one.
  const isName = ({ capital, start, folded }: SensedWord): boolean =>
    capital && language !== 'de' && start > 0 && !calendar.test(folded);
  const take = (word: SensedWord, fits: (candidate: SensedWord) => boolean): Spot | null => {
    const side = sideOf(claim.text.slice(0, word.start));
    const free = given.filter(
      (candidate) =>
        !taken.has(candidate.start) &&
        fits(candidate) &&
        agreeOnSide(sideOf(source.text.slice(0, candidate.start)), side),
    );
    // In "£1,365 a month" the month is that of the sum, wherever else a month is spoken of.
    const value = values.find(
      ({ claimEnd }) => claimEnd <= word.start && claimEnd + besideChars > word.start,
    );
    const found =
      value === undefined
        ? (free.find(({ start }) => start > last) ?? free[0])
        : free.toSorted((a, b) => Math.abs(a.start - value.at) - Math.abs(b.start - value.at))[0];
    if (found === undefined) return null;
    taken.add(found.start);
    last = found.start;
    const spot = spotOf(word, found.start, found.end, isName(word) && found.capital);
    return { ...spot, literal: found.lemma === word.lemma };
  };
  const person = (word: SensedWord): Spot | null => {
    const at = word.capital ? personOf(word) : null;
    return at === null ? null : spotOf(word, at, at + 1, true);
  };
  return (word) =>
    take(word, (candidate) => candidate.folded === word.folded) ??
    take(word, (candidate) => means(candidate, word)) ??
    person(word) ??
    (isName(word) ? null : take(word, (candidate) => sameRoot(candidate, word)));
}

/** Sides that turn a statement round where they stand before a word: "from Leith", "instead of oak". */
const telling = new Set(['not', 'from', 'until', 'before', 'after']);

function agreeOnSide(source: string, claim: string): boolean {
  // "The boxes are (from) batch 7D": only an opposite of "from" says otherwise.
  if ((source === 'from' && claim === '') || (source === '' && claim === 'from')) return true;
  return sameSide(source, claim) || !(telling.has(source) || telling.has(claim));
}
