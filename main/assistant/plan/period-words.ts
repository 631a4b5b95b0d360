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

import { count, countOf, recentPeriod, unitPeriod, units } from './period-units.ts';
import { halfOf, halves, ofWhat, part, partOf, quarterOf, quarters, weekOf } from './year-parts.ts';

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
const last = '(?:last|past|previous|letzte[nrms]?|vorige[nrms]?|vergangene[nrms]?|scors[oa]|passad[oa])';
const these = "(?:this|current|diese[nrms]?|este|esta|ce|cette|cet|quest[oa]|quest[’']|est[ea])";
const lastAfter = '(?:pasad[oa]s?|dernier(?:e?s?)|passee?s?|scors[oaie]|passad[oa]s?)';

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
  ['summer|sommer|verano|ete|estate|verao', 6],
  ['autumn|fall|herbst|otono|automne|autunno|outono', 9],
  ['winter|invierno|hiver|inverno', 12],
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
const optionalYear = `(?:[,\\s]+(?:de |del |of |dell[’']|do )?(${year}))?`;

const absolute: readonly PeriodForm[] = [
  {
    pattern: `(?:the |der |die |das |den |dem |la |el |il |o |a |le )?${part} ${halves} (?:of|von|vom|de|del|des|d[ei]|do) ${named}\\.?${optionalYear}`,
    relative: false,
    read: ([p, m, y], today) => {
      const month = namedMonth(m ?? '', y, today);
      const start = new Date(`${month?.after}T00:00:00Z`);
      if (month === null || partOf(p) > 2) return null;
      const middle = isoDay(addDays(start, 15));
      return partOf(p) === 1
        ? { after: month.after, before: middle }
        : { after: middle, before: month.before };
    },
  },
  {
    pattern: `(?:the |der |die |das |den |dem |la |el |il |o |a |le )?${part} ${halves}(?: ${ofWhat}(${year}))?`,
    relative: false,
    read: ([p, y], today) => halfOf(partOf(p), y, today),
  },
  {
    pattern: `(?:the |das |dem |el |il |o |le )?${part} ${quarters}(?: ${ofWhat}(${year}))?`,
    relative: false,
    read: ([p, y], today) => quarterOf(partOf(p), y, today),
  },
  {
    pattern: `h([12])(?: of| de)? (${year})`,
    relative: false,
    read: ([h, y], today) => halfOf(Number(h), y, today),
  },
  {
    pattern: `(?:calendar week|week|kw|kalenderwoche|woche|semana|semaine|settimana) (\\d{1,2})(?:,? (?:of |de |del |do |von )?(${year}))?`,
    relative: false,
    read: ([w, y], today) => weekOf(Number(w), y, today),
  },
  {
    pattern: `(${year})-(0[1-9]|1[0-2])(?!-)`,
    relative: false,
    read: ([y, m]) => monthPeriod(Number(y), Number(m)),
  },
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
    pattern: `(\\d{1,2})(?:st|nd|rd|th|\\.|er|º)? (?:of |de |di )?${named}\\.?${optionalYear}`,
    relative: false,
    read: ([d, m, y], today) => namedDay(d ?? '', m ?? '', y, today),
  },
  {
    pattern: `${named}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${optionalYear}`,
    relative: false,
    read: ([m, d, y], today) => namedDay(d ?? '', m ?? '', y, today),
  },
  {
    pattern: `(?:q|quarter |quartal |t)([1-4])(?:(?: of| de)? (${year}))?`,
    relative: false,
    read: ([q, y], today) => quarterOf(Number(q), y, today),
  },
  {
    pattern: `${season} (?:of |de |del |do )?(${year})`,
    relative: false,
    read: ([s, y], today) => seasonPeriod(s ?? '', y, today),
  },
  {
    pattern: `(?:${last} )?${named}\\.?${optionalYear}`,
    relative: false,
    read: ([m, y], today) => namedMonth(m ?? '', y, today),
  },
  {
    pattern: `(?:the year |year |jahre? |ano |annee |anno )?(${year})(?![-/.,]?\\d)`,
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
    pattern: "(?:(?:the )?day before yesterday|vorgestern|anteayer|avant-hier|l[’']altro ieri|anteontem)",
    relative: true,
    read: (_, today) => dayPeriod(addDays(today, -2)),
  },
  {
    pattern: '(?:yesterday|gestern|ayer|hier|ieri|ontem)',
    relative: true,
    read: (_, today) => dayPeriod(addDays(today, -1)),
  },
  {
    pattern: "(?:today|heute|hoy|aujourd[’']hui|oggi|hoje)",
    relative: true,
    read: (_, today) => dayPeriod(today),
  },
  ...units.flatMap(([unit, words]): PeriodForm[] => [
    {
      pattern: `(?:the |den |der |las? |los |les |gli |le |i |os |as )?(?:${last}|ultim[oaie]s?) (${count}) ${words}`,
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
      pattern: `(?:el |la |l[’'’]|le |lo |il |o |a )?(?:ultim[oa] )?${words} ${lastAfter}`,
      relative: true,
      read: (_, today) => unitPeriod(unit, 1, today),
    },
    {
      pattern: `(?:(${count}) ${words} (?:ago|fa|atras)|vor (${count}) ${words}|hace (${count}) ${words}|il y a (${count}) ${words}|ha (${count}) ${words}(?: atras)?)`,
      relative: true,
      read: (found, today) => unitPeriod(unit, countOf(found.find((n) => n !== undefined) ?? ''), today),
    },
    {
      pattern: `(?:(?:a|one) ${words} ago|vor eine[rmn]? ${words}|hace una? ${words}|il y a une? ${words}|una? ${words} fa|ha uma? ${words}|uma? ${words} atras)`,
      relative: true,
      read: (_, today) => unitPeriod(unit, 1, today),
    },
    {
      pattern: `${these} ?${words}(?![’']s)`,
      relative: true,
      read: (_, today) => unitPeriod(unit, 0, today),
    },
  ]),
  {
    pattern:
      '(?:the )?(?:last|past|previous|letzte[ns]?|vorige[ns]?) (?:weekend|wochenende)|(?:el )?fin de semana pasado|(?:le )?week-?end dernier|(?:lo )?scorso fine settimana|(?:il )?fine settimana scorso|(?:o )?fim de semana passado',
    relative: true,
    read: (_, today) => dayPeriod(addDays(mondayOf(today), -2), 2),
  },
  {
    pattern: `${these} ?${season}(?! ${year})`,
    relative: true,
    read: ([s], today) => seasonPeriod(s ?? '', undefined, today),
  },
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
