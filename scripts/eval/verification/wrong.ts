import type { Told } from './material.ts';
import type { Random } from './random.ts';
import {
  amountSpellings,
  dayInWords,
  numberWords,
  replaced,
  type Tongue,
  tongueOf,
  writtenAmounts,
  writtenDates,
} from './spellings.ts';

/** What was changed in a true sentence. */
export const wrongKinds = ['number', 'date', 'name', 'negation', 'unit', 'source'] as const;
export type WrongKind = (typeof wrongKinds)[number];

/** What the sentences to change are taken from, beside the sentence itself. */
export interface Around {
  readonly random: Random;
  /** Names that may be put in another's place. */
  readonly names: readonly string[];
}

type Change = (told: Told, around: Around) => string | null;

/** The sentence with one thing changed, so that its passage no longer states it; null where it holds no such thing. */
export const changes: Readonly<Record<Exclude<WrongKind, 'source'>, Change>> = {
  number: changeNumber,
  date: changeDate,
  name: changeName,
  negation: changeNegation,
  unit: changeUnit,
};

/** Figures that are no part of a date, a code or a clock. */
const figures =
  /(?<![\p{L}\d.,:/-])\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?(?![\d\p{L}]|[-:/.]\d|\.\s*[A-ZÄÖÜ]?[a-zä]+ 20)/gu;

function changeNumber({ text, passage }: Told, { random }: Around): string | null {
  const tongue = tongueOf(text);
  const dates = writtenDates(text, tongue);
  const free = [...text.matchAll(figures)].filter(
    ({ index }) => !dates.some(({ start, end }) => index >= start && index < end),
  );
  const spelled = [...text.matchAll(new RegExp(`\\b(?:${numberWords[tongue].join('|')})\\b`, 'g'))];
  const chosen = random.pick([...free, ...spelled]);
  if (chosen === undefined) return null;
  const spot = { start: chosen.index, end: chosen.index + chosen[0].length };
  if (!/\d/.test(chosen[0])) {
    const others = numberWords[tongue].filter((word) => word !== chosen[0]);
    return replaced(text, spot, random.pick(others) ?? '');
  }
  // Half of the time another figure of the same passage, which a careless reader would not notice.
  const near = [...passage.text.matchAll(figures)]
    .map(([found]) => found)
    .filter((found) => found !== chosen[0]);
  const other = random.next() < 0.5 ? random.pick(near) : undefined;
  return replaced(text, spot, other ?? anotherFigure(chosen[0], random));
}

function anotherFigure(figure: string, random: Random): string {
  const places = [...figure].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
  const place = random.pick(places) ?? 0;
  const digit = Number(figure[place]);
  const next = 1 + ((digit + Math.floor(random.next() * 8)) % 9);
  const changed = figure.slice(0, place) + String(next) + figure.slice(place + 1);
  return changed === figure ? `${figure}0` : changed;
}

function changeDate({ text, passage }: Told, { random }: Around): string | null {
  const tongue = tongueOf(text);
  const date = random.pick(writtenDates(text, tongue));
  if (date === undefined) return null;
  const near = writtenDates(passage.text, tongue).filter(
    (other) => other.day !== date.day || other.month !== date.month,
  );
  const other = random.next() < 0.4 ? random.pick(near) : undefined;
  if (other !== undefined) return replaced(text, date, dayInWords(other.day, other.month, date.year, tongue));
  const roll = random.next();
  if (roll < 0.35)
    return replaced(text, date, dayInWords((date.day % 28) + 1, date.month, date.year, tongue));
  if (roll < 0.7 || date.year === null)
    return replaced(text, date, dayInWords(date.day, (date.month % 12) + 1, date.year, tongue));
  return replaced(text, date, dayInWords(date.day, date.month, date.year + 1, tongue));
}

function changeName({ text, source }: Told, { random, names }: Around): string | null {
  const known = [...new Set([...names, ...source.people])];
  const parts = known
    .flatMap((name) => [name, ...name.split(' ').slice(0, 1)])
    .filter((name) => name.length > 2);
  const within = parts
    .filter((name) =>
      new RegExp(`(?<!\\p{L})${name.replace(/[.*+?^$()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(text),
    )
    .sort((a, b) => b.length - a.length);
  const name = within[0];
  if (name === undefined) return null;
  const whole = name.includes(' ');
  const others = known
    .map((other) => (whole ? other : (other.split(' ')[0] ?? '')))
    .filter((other) => other !== name && !text.includes(other) && other.includes(' ') === whole);
  const other = random.pick(others);
  return other === undefined ? null : text.replace(name, other);
}

const negatives: Record<Tongue, readonly (readonly [RegExp, string])[]> = {
  en: [
    [/\b(is|are|was|were|will|can|could|must|may|should|has been|have been) not /, '$1 '],
    [/\b(do|does|did) not ([a-z]+)/, '$2'],
    [/\b(is|are|was|were|has|have|wo|ca|do|does|did)n['’]t /, '$1 '],
    [/\b(no|never) (?=[a-z]{3,})/, ''],
    [/\b(is|are|was|were|will|can|could|must|may|should) (?!not\b|no\b|n['’]t)/, '$1 not '],
    [/\b(has|have) (?=[a-z]+(?:ed|en)\b)/, '$1 not '],
    [/\bI (?=[a-z]+ed\b)/, 'I never '],
  ],
  de: [
    [/ nicht /, ' '],
    [/\bkeine(\w?)\b/, 'eine$1'],
    [/\b(ist|sind|wird|werden|wurde|wurden|darf|muss) /, '$1 nicht '],
    [/\b(beträgt|erfolgt|beginnt|läuft|ersetzt) /, '$1 nicht '],
  ],
  es: [
    [/\bno (?=\p{L}{2,})/u, ''],
    [/(?<![\p{L}])(es|está|están|son|se|tiene|paga|empieza|entrega|incluye) /u, 'no $1 '],
  ],
};

function changeNegation({ text }: Told): string | null {
  for (const [pattern, by] of negatives[tongueOf(text)]) {
    if (pattern.test(text)) return text.replace(pattern, by);
  }
  return null;
}

/** Words of measure and what may stand wrongly for each. */
const measures: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<=\d\s?)(?:mm)\b/, ['cm', 'm']],
  [/(?<=\d\s?)(?:cm)\b/, ['mm', 'm']],
  [/(?<=\d\s?)kg\b/, ['g', 'tonnes']],
  [/(?<=\d\s?)km\b/, ['m', 'miles']],
  [/(?<=\d\s?)%/, [' euros', ' kg']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )days\b/, ['weeks', 'hours', 'months']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )weeks\b/, ['days', 'months']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )months\b/, ['days', 'years']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )years\b/, ['months', 'days']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )hours\b/, ['minutes', 'days']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )minutes\b/, ['hours', 'seconds']],
  [/(?<=\d |(?:two|three|four|five|six|seven|eight|ten) )nights\b/, ['weeks']],
  [/(?<=\d )(?:square metres)\b/, ['cubic metres', 'metres']],
  [/(?<=\d |four )metres\b/, ['kilometres', 'feet']],
  [/\ba month\b/, ['a year', 'a week']],
  [/\ba year\b/, ['a month']],
  [/\ba night\b/, ['a week']],
  [/\ba day\b/, ['an hour', 'a week']],
  [/\ban hour\b/, ['a day']],
  [/(?<=\d )(?:Tage[n]?)\b/, ['Wochen', 'Monate']],
  [/(?<=\d )Monate\b/, ['Jahre', 'Tage']],
  [/(?<=\d )Prozent\b/, ['Euro']],
  [/(?<=\d )(?:meses|cuotas)\b/, ['años']],
  [/(?<=\d )días\b/, ['meses']],
];

function changeUnit({ text }: Told, { random }: Around): string | null {
  const tongue = tongueOf(text);
  const options = [
    ...writtenAmounts(text).flatMap((amount) =>
      amountSpellings(amount.figure, amount.currency === '£' ? '€' : '£', tongue).map((by) =>
        replaced(text, amount, by),
      ),
    ),
    ...measures.flatMap(([pattern, others]) =>
      pattern.test(text) ? others.map((other) => text.replace(pattern, other)) : [],
    ),
  ];
  return random.pick(options) ?? null;
}

/** Says that somebody else said it; null where the sentence speaks of its own writer. */
export function attributeWrongly({ text, source }: Told, { random, names }: Around): string | null {
  const tongue = tongueOf(text);
  const [sender] = source.senders;
  if (sender === undefined || !source.isMail || /\b(?:I|we|you|my|our|your|me|us)\b/i.test(text)) return null;
  if (tongue !== 'en' && /\b(?:ich|wir|ihr|uns|euch|yo|me|os|nos)\b/i.test(text)) return null;
  const other = random.pick(names.filter((name) => name !== sender && !source.people.includes(name)));
  if (other === undefined) return null;
  const lead = { en: `According to ${other}, `, de: `${other} schreibt: `, es: `Según ${other}, ` }[tongue];
  return `${lead}${/^(?:The|A|An|It|This|There|Your|In|On|From|El|La|Los|Las)\b/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text}`;
}
