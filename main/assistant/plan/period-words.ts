import { monthNumber, monthPattern } from '../language/months.ts';
import {
  addDays,
  dayOf,
  dayPeriod,
  isoDay,
  mondayOf,
  monthPeriod,
  type Period,
  yearPeriod,
} from './calendar.ts';

/**
 * The words of one period ("March 2025", "last week", "Q1 2024") and what they mean on a given day.
 * Patterns match folded text. `relative` ones speak of today and need no preposition to be a condition.
 */
interface PeriodForm {
  readonly pattern: string;
  readonly relative: boolean;
  readonly read: (words: readonly (string | undefined)[], today: Date) => Period | null;
}

const year = '(?:19|20)\\d{2}';
const last = '(?:last|past|previous|letzte[nrms]?|vorige[nrms]?|vergangene[nrms]?)';
const these = '(?:this|current|diese[nrms]?|este|esta|ce|cette|cet)';
const lastAfter = '(?:pasad[oa]s?|dernier(?:e?s?)|passee?s?)';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
const units: readonly (readonly [Unit, string])[] = [
  ['day', '(?:days?|tage?n?|dias?|jours?)'],
  ['week', '(?:weeks?|wochen?|semanas?|semaines?)'],
  ['month', '(?:months?|monate?n?s?|mes(?:es)?|mois)'],
  ['quarter', '(?:quarters?|quartale?s?|trimestres?)'],
  ['year', '(?:years?|jahre?n?s?|anos?|ans?|annees?)'],
];

const small: Readonly<Record<string, number>> = {
  two: 2,
  zwei: 2,
  dos: 2,
  deux: 2,
  three: 3,
  drei: 3,
  tres: 3,
  trois: 3,
  four: 4,
  vier: 4,
  cuatro: 4,
  quatre: 4,
  five: 5,
  funf: 5,
  cinco: 5,
  cinq: 5,
  six: 6,
  sechs: 6,
  seis: 6,
  seven: 7,
  sieben: 7,
  siete: 7,
  sept: 7,
};
const count = `\\d{1,3}|${Object.keys(small).join('|')}`;
const countOf = (text: string): number => small[text] ?? Number(text);

/** The whole unit `back` units before today's: 0 is this one. */
function unitPeriod(unit: Unit, back: number, today: Date): Period {
  const y = today.getUTCFullYear();
  const m = today.getUTCMonth() + 1;
  switch (unit) {
    case 'day':
      return dayPeriod(addDays(today, -back));
    case 'week':
      return dayPeriod(addDays(mondayOf(today), -7 * back), 7);
    case 'month':
      return monthPeriod(y, m - back);
    case 'quarter':
      return monthPeriod(y, m - ((m - 1) % 3) - 3 * back, 3);
    case 'year':
      return yearPeriod(y - back);
  }
}

/** From `amount` units ago up to and with today. */
function recentPeriod(unit: Unit, amount: number, today: Date): Period {
  const days = { day: amount, week: 7 * amount, month: 0, quarter: 0, year: 0 }[unit];
  const months = { day: 0, week: 0, month: amount, quarter: 3 * amount, year: 12 * amount }[unit];
  const start = new Date(
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, today.getUTCDate() - days),
  );
  return { after: isoDay(start), before: isoDay(addDays(today, 1)) };
}

/** The latest such month that has begun. */
function latestMonth(month: number, today: Date): Period {
  const y = today.getUTCFullYear();
  return monthPeriod(month <= today.getUTCMonth() + 1 ? y : y - 1, month);
}

function namedMonth(name: string, yearText: string | undefined, today: Date): Period | null {
  const month = monthNumber(name);
  if (month === null) return null;
  return yearText === undefined ? latestMonth(month, today) : monthPeriod(Number(yearText), month);
}

function namedDay(day: string, name: string, yearText: string | undefined, today: Date): Period | null {
  const month = monthNumber(name);
  if (month === null || Number(day) > 31) return null;
  const thisYear = new Date(Date.UTC(today.getUTCFullYear(), month - 1, Number(day)));
  const latest = thisYear > today ? today.getUTCFullYear() - 1 : today.getUTCFullYear();
  return dayPeriod(new Date(Date.UTC(Number(yearText ?? latest), month - 1, Number(day))));
}

const seasons: readonly (readonly [string, number])[] = [
  ['spring|fruhling|fruhjahr|primavera|printemps', 3],
  ['summer|sommer|verano|ete', 6],
  ['autumn|fall|herbst|otono|automne', 9],
  ['winter|invierno|hiver', 12],
];

function seasonPeriod(name: string, yearText: string | undefined, today: Date): Period | null {
  const month = seasons.find(([names]) => names.split('|').includes(name))?.[1];
  if (month === undefined) return null;
  const y = today.getUTCFullYear();
  const begun = month <= today.getUTCMonth() + 1 ? y : y - 1;
  return monthPeriod(yearText === undefined ? begun : Number(yearText), month, 3);
}

/** The latest such season that is over: "last summer" in June is the year before's. */
function endedSeason(name: string, today: Date): Period | null {
  const latest = seasonPeriod(name, undefined, today);
  const over = latest?.before != null && latest.before <= isoDay(today);
  return over ? latest : seasonPeriod(name, String(Number(latest?.after?.slice(0, 4)) - 1), today);
}

const named = `(${monthPattern})`;
export const seasonPattern = seasons.map(([names]) => names).join('|');
const season = `(${seasonPattern})`;
const optionalYear = `(?:[,\\s]+(?:de |del |of )?(${year}))?`;

const absolute: readonly PeriodForm[] = [
  {
    pattern: `(${year})-(\\d{2})-(\\d{2})`,
    relative: false,
    read: ([y, m, d], today) => namedDay(d ?? '', m ?? '', y, today) ?? isoPeriod(y, m, d),
  },
  {
    pattern: `(\\d{1,2})\\.(\\d{1,2})\\.(${year})`,
    relative: false,
    read: ([d, m, y]) => isoPeriod(y, m, d),
  },
  {
    pattern: `(\\d{1,2})(?:st|nd|rd|th|\\.|er)? (?:of |de )?${named}\\.?${optionalYear}`,
    relative: false,
    read: ([d, m, y], today) => namedDay(d ?? '', m ?? '', y, today),
  },
  {
    pattern: `${named}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${optionalYear}`,
    relative: false,
    read: ([m, d, y], today) => namedDay(d ?? '', m ?? '', y, today),
  },
  {
    pattern: `(?:q|quarter |quartal )([1-4])(?: of)? (${year})`,
    relative: false,
    read: ([q, y]) => monthPeriod(Number(y), Number(q) * 3 - 2, 3),
  },
  {
    pattern: `${season} (?:of |de )?(${year})`,
    relative: false,
    read: ([s, y], today) => seasonPeriod(s ?? '', y, today),
  },
  {
    pattern: `(?:${last} )?${named}\\.?${optionalYear}`,
    relative: false,
    read: ([m, y], today) => namedMonth(m ?? '', y, today),
  },
  {
    pattern: `(?:the year |year |jahre? |ano |annee )?(${year})(?![-/.,]?\\d)`,
    relative: false,
    read: ([y]) => yearPeriod(Number(y)),
  },
];

function isoPeriod(y: string | undefined, m: string | undefined, d: string | undefined): Period | null {
  const day = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  return day.getUTCDate() === Number(d) && day.getUTCMonth() === Number(m) - 1 ? dayPeriod(day) : null;
}

const relative: readonly PeriodForm[] = [
  {
    pattern: '(?:day before yesterday|vorgestern|anteayer|avant-hier)',
    relative: true,
    read: (_, today) => dayPeriod(addDays(today, -2)),
  },
  {
    pattern: '(?:yesterday|gestern|ayer|hier)',
    relative: true,
    read: (_, today) => dayPeriod(addDays(today, -1)),
  },
  { pattern: "(?:today|heute|hoy|aujourd[’']hui)", relative: true, read: (_, today) => dayPeriod(today) },
  ...units.flatMap(([unit, words]): PeriodForm[] => [
    {
      pattern: `(?:the |den |der |las? |los |les )?${last} (${count}) ${words}`,
      relative: true,
      read: ([n], today) => recentPeriod(unit, countOf(n ?? ''), today),
    },
    {
      pattern: `(?:las |los |les )?(?:ultim[oa]s (${count}) ${words}|(${count}) derni(?:ers|eres) ${words}|(${count}) ${words} derni(?:ers|eres))`,
      relative: true,
      read: (found, today) => recentPeriod(unit, countOf(found.find((n) => n !== undefined) ?? ''), today),
    },
    { pattern: `${last} ${words}(?![’']s)`, relative: true, read: (_, today) => unitPeriod(unit, 1, today) },
    {
      pattern: `(?:el |la |l[’'’]|le )?(?:ultim[oa] )?${words} ${lastAfter}`,
      relative: true,
      read: (_, today) => unitPeriod(unit, 1, today),
    },
    { pattern: `${these} ${words}(?![’']s)`, relative: true, read: (_, today) => unitPeriod(unit, 0, today) },
  ]),
  { pattern: `${last} ${season}`, relative: true, read: ([s], today) => endedSeason(s ?? '', today) },
  { pattern: `${season} ${lastAfter}`, relative: true, read: ([s], today) => endedSeason(s ?? '', today) },
];

/** Most specific first. */
export const periodForms: readonly PeriodForm[] = [...relative, ...absolute];

/** Reads one form's groups on the day of `now`. */
export function readPeriod(
  form: PeriodForm,
  groups: readonly (string | undefined)[],
  now: Date,
): Period | null {
  return form.read(groups, dayOf(now));
}
