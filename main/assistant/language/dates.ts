import { monthNumber } from './months.ts';

/** A date as far as it is written; null where it does not say. */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** A date found in a text; several readings where the order of day and month is open (03/04/2025). */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly PartialDate[];
}

type Reader = (groups: readonly (string | undefined)[]) => PartialDate[];

const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function one(year: number | null, month: number | null, day: number | null): PartialDate[] {
  const valid = (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31));
  return valid ? [{ year, month, day }] : [];
}

function named(month: string | undefined, day: string | undefined, year: string | undefined): PartialDate[] {
  const number = monthNumber(month ?? '');
  return number === null ? [] : one(numberOf(year), number, numberOf(day));
}

function numeric(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
): PartialDate[] {
  const full = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const readings = [
    ...one(full, Number(second), Number(first)),
    ...(first === second ? [] : one(full, Number(first), Number(second))),
  ];
  return readings;
}

/** Most specific first: what an earlier pattern took, a later one does not see. */
const patterns: readonly (readonly [RegExp, Reader])[] = [
  [/(?<![\d-])(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/gu, ([y, m, d]) => one(Number(y), Number(m), Number(d))],
  [/(?<![\d-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/gu, ([y, m]) => one(Number(y), Number(m), null)],
  [
    /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2}|\d{2}(?!\d))/gu,
    ([d, m, y]) => one(Number(y?.length === 2 ? `20${y}` : y), Number(m), Number(d)),
  ],
  [/(?<![\d/])(\d{1,2})\/(\d{1,2})\/((?:19|20)\d{2}|\d{2}(?!\d))/gu, ([a, b, y]) => numeric(a, b, y)],
  [/(?<![\d-])(\d{1,2})-(\d{1,2})-((?:19|20)\d{2})/gu, ([a, b, y]) => numeric(a, b, y)],
  [
    /(?<![\d.,])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s\u00a0]+(?:of\s+|de\s+)?(\p{L}{3,10})\.?(?:,?\s+(?:de\s+|del\s+)?((?:19|20)\d{2})(?!\d))?/gu,
    ([d, m, y]) => named(m, d, y),
  ],
  [
    /(?<![\p{L}\d])(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d.,:]\d|\d)(?:,?\s+((?:19|20)\d{2})(?!\d))?/gu,
    ([m, d, y]) => named(m, d, y),
  ],
  [
    /(?<![\p{L}\d])(\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+|of\s+)?((?:19|20)\d{2})(?!\d)/gu,
    ([m, y]) => named(m, undefined, y),
  ],
  [/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?!\d)/gu, ([d, m]) => one(null, Number(m), Number(d))],
  [
    /(?<=\b(?:in|im|since|until|till|by|from|for|of|en|de|del|seit|bis|ab|depuis|fin|ende|anfang|mitte|early|late|last|next|this|letzten|and|to)\s)(\p{L}{3,10})(?![\p{L}\d])/giu,
    ([m]) => named(m, undefined, undefined),
  ],
  [
    /(?<![\p{L}\d.,/:€$£-])((?:19|20)\d{2})(?![\d\p{L}]|[.,/:-]\d|\s?[€$£%])/gu,
    ([y]) => one(Number(y), null, null),
  ],
];

/** "From 18 to 22 May 2026": the first day is of the second one's month. Before a found date, its own day alone. */
const rangeStart =
  /(?<![\d.,:/-])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s*(?:to|until|till|and|und|bis|al?|hasta|y|et|au|[-–])\s*$/u;

function rangeStarts(text: string, found: readonly FoundDate[]): FoundDate[] {
  return found.flatMap(({ start, readings }) => {
    const match = rangeStart.exec(text.slice(Math.max(0, start - 12), start));
    const [only] = readings;
    const day = Number(match?.[1]);
    if (match === null || only === undefined || only.day === null || readings.length > 1) return [];
    if (day < 1 || day > 31) return [];
    const at = Math.max(0, start - 12) + match.index;
    if (found.some((other) => at < other.end && other.start < at + 2)) return [];
    return [{ start: at, end: at + (match[1] ?? '').length, readings: [{ ...only, day }] }];
  });
}

/** The dates that stand in a text, in order, none overlapping. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const [pattern, read] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const readings = read(match.slice(1));
      if (readings.length > 0) found.push({ start, end, readings });
    }
  }
  return [...found, ...rangeStarts(text, found)].sort((a, b) => a.start - b.start);
}

/** Whether a date that stands in a source says all that the claimed one says: "14 March 2025" covers "March 2025", never the reverse. */
export function dateCovers(source: readonly PartialDate[], claim: readonly PartialDate[]): boolean {
  const parts = ['year', 'month', 'day'] as const;
  return claim.some((wanted) =>
    source.some((given) => parts.every((part) => wanted[part] === null || wanted[part] === given[part])),
  );
}
