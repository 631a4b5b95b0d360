import type { Language } from '../language/stop-words.ts';
import type { Value } from '../language/values.ts';
import { foldInPlace } from '../language/words.ts';
import type { AnswerType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { type Measure, quantitiesIn, withUnit } from './measure.ts';
import { isPerson, mayBeName, namesIn } from './names.ts';
import { placesIn } from './places.ts';

/** What a sentence gives to a question of some type; offsets count in the sentence. */
export interface AnswerSpan {
  readonly start: number;
  readonly end: number;
  /** Of the wanted type beyond doubt; otherwise it may be. */
  readonly sure: boolean;
}

/** What the question says of its answer. */
export interface Wanted {
  readonly type: AnswerType;
  readonly measure: Measure | null;
  /** What is counted: stems of the words after "how many"; empty where nothing is. */
  readonly counted: ReadonlySet<string>;
  /** The most or the least is asked for. */
  readonly limit: boolean;
  /** A telephone number or an address is asked for, no other code. */
  readonly code: 'phone' | 'mail' | null;
  /** Folded words that the question holds already. */
  readonly asked: ReadonlySet<string>;
  /** Parts of the names of everyone in the library, folded. */
  readonly people: ReadonlySet<string>;
  /** Whether the question does not hold this value already. */
  isNew(value: Value): boolean;
}

const reason = words(
  "because|due to|owing to|reason|that[’']s why|therefore|so that|caused?|thanks to|weil|denn|wegen|grund|deshalb|porque|debido|ya que|motivo|parce que|a cause|raison",
);
const decided = words(
  `decid\\p{L}*|decision|chose|chosen|choosing|agreed?|settled|instead of|rather than|in place of|went (?:for|with)|
  going (?:for|with)|go (?:for|with)|we(?: will|[’']ll) (?:take|have|use|stay)|we (?:take|stay)|took|order(?:ed)?|pick(?:ed)?|opt(?:ed)?|
  changed? (?:our|my) minds?|statt|anstatt|entschieden|beschlossen|vereinbar\\p{L}*|beschluss\\p{L}*|nehmen|bleib\\p{L}*|gewahlt|elegi\\p{L}*|
  en (?:vez|lugar) de|acord\\p{L}*|choisi\\p{L}*|au lieu d`.replace(/\s*\n\s*/g, ''),
);
const weekday = words(
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|yesterday|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|gestern|lunes|martes|miercoles|jueves|viernes|sabado|domingo|ayer|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|hier',
);

function words(source: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'gu');
}

function matches(text: string, pattern: RegExp, sure: boolean): AnswerSpan[] {
  return [...foldInPlace(text).matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    sure,
  }));
}

/** "In August" alone dates hardly anything. */
function isBareMonth(value: Value): boolean {
  return value.kind === 'date' && value.readings.every(({ year, day }) => year === null && day === null);
}

/** Where a sentence holds things of the wanted type that the question does not hold already. */
export function answersIn(wanted: Wanted, candidate: Candidate, language: Language): AnswerSpan[] {
  const { text } = candidate;
  const values = candidate.values.filter((value) => wanted.isNew(value) && !isBareMonth(value));
  const of = (sure: boolean, ...kinds: readonly Value['kind'][]): AnswerSpan[] =>
    values.filter(({ kind }) => kinds.includes(kind)).map(({ start, end }) => ({ start, end, sure }));
  switch (wanted.type) {
    case 'amount':
      return [...of(true, 'amount'), ...of(false, 'percent')];
    case 'time':
      return of(true, 'time');
    case 'date': {
      const dates = of(true, 'date');
      return dates.length > 0 ? dates : [...matches(text, weekday, true), ...of(false, 'time')];
    }
    case 'code':
      return of(true, 'code')
        .filter(({ start, end }) => isCode(text.slice(start, end), wanted.code))
        .map((span) => ({
          ...span,
          sure: wanted.code !== null || !phoneNumber.test(text.slice(span.start, span.end)),
        }));
    case 'quantity':
      return quantities(wanted, candidate, values);
    case 'person':
      return people(wanted, candidate, language);
    case 'place':
      return places(wanted, candidate);
    case 'reason':
      return matches(text, reason, true);
    case 'decision':
      return matches(text, decided, true);
    case 'open':
      return [];
  }
}

/** "x2" and "P5" are no numbers of anything. */
const shortestCode = 4;

/** Where another number is asked for, one to call is hardly it. */
const phoneNumber = /^(?:\+|00?\d)[\d ()/-]{7,}$/;

function isCode(text: string, code: Wanted['code']): boolean {
  if (code === 'mail') return text.includes('@');
  if (code === 'phone') return !/\p{L}/u.test(text) && text.replace(/\D/g, '').length >= 6;
  return text.length >= shortestCode;
}

function quantities(
  { measure, counted }: Wanted,
  { text }: Candidate,
  values: readonly Value[],
): AnswerSpan[] {
  if (measure === 'share') {
    const shares = values.filter(({ kind }) => kind === 'percent');
    if (shares.length > 0) return shares.map(({ start, end }) => ({ start, end, sure: true }));
  }
  if (measure !== null) {
    const told = quantitiesIn(text, measure).map((span) => ({ ...span, sure: true }));
    if (told.length > 0) return told;
  }
  const numbers = values.filter(({ kind }) => kind === 'number' || kind === 'percent');
  const isCounted = (value: Value): boolean =>
    counted.size === 0 || (value.kind === 'number' && value.unit !== null && counted.has(value.unit));
  // "How large is the cover?" may be a sum.
  const sums = measure === null && counted.size === 0 ? values.filter(({ kind }) => kind === 'amount') : [];
  return [
    ...numbers.map((value) => ({ ...withUnit(text, value), sure: measure === null && isCounted(value) })),
    ...sums.map(({ start, end }) => ({ start, end, sure: true })),
  ];
}

function people(wanted: Wanted, candidate: Candidate, language: Language): AnswerSpan[] {
  return namesIn(candidate, wanted.people)
    .filter(({ words: parts }) => !parts.some(({ folded }) => wanted.asked.has(folded)))
    .filter((name) => isPerson(name, wanted.people) || mayBeName(name, language))
    .map((name) => ({ start: name.start, end: name.end, sure: isPerson(name, wanted.people) }));
}

function places(wanted: Wanted, candidate: Candidate): AnswerSpan[] {
  const { sure, likely } = placesIn(candidate.text);
  const isAsked = ({ start, end }: { start: number; end: number }): boolean =>
    candidate.words.some(
      (word) => word.start >= start && word.end <= end && word.capital && wanted.asked.has(word.folded),
    );
  const dated = candidate.values.filter(({ kind }) => kind === 'date');
  const isDate = ({ start, end }: { start: number; end: number }): boolean =>
    dated.some((date) => date.start <= start && date.end >= end);
  const names = namesIn(candidate).filter(
    (name) => !isAsked(name) && !isDate(name) && !isPerson(name, wanted.people),
  );
  return [
    ...sure.filter((span) => !isAsked(span)).map((span) => ({ ...span, sure: true })),
    ...[...likely, ...names].map(({ start, end }) => ({ start, end, sure: false })),
  ];
}
