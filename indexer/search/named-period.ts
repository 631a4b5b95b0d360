const dayMs = 86_400_000;
/** One writes of a day on that day or in the week after it. */
const afterwardsMs = 7 * dayMs;
/** A year alone says little of when. */
const yearShare = 0.5;

/** Months as six languages write them, and their short forms, without marks. */
const months = [
  'january januar enero janvier gennaio janeiro jan',
  'february februar febrero fevrier febbraio fevereiro feb',
  'march marz maerz marzo mars marco mar',
  'april abril avril aprile apr',
  'may mai mayo maggio maio',
  'june juni junio juin giugno junho jun',
  'july juli julio juillet luglio julho jul',
  'august agosto aout aug',
  'september septiembre septembre settembre setembro sep sept',
  'october oktober octubre octobre ottobre outubro oct okt',
  'november noviembre novembre novembro nov',
  'december dezember diciembre decembre dicembre dezembro dec dez',
].map((names) => names.split(' '));
const monthOf = new Map(months.flatMap((names, month) => names.map((name) => [name, month] as const)));
/** Words of their own besides: a month only where a day or a year stands at them. */
const ambiguous = new Set([
  'may',
  'march',
  'mar',
  'mars',
  'marco',
  'marzo',
  'mai',
  'dec',
  'sep',
  'jan',
  'jun',
  'jul',
  'aug',
  'oct',
  'nov',
  'feb',
  'apr',
  'august',
]);

const monthName = `(?<month>${[...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const year = '(?<year>(?:19|20)\\d\\d)';
const day = '(?<day>[0-3]?\\d)(?:st|nd|rd|th|\\.|er)?';
const link = '\\.?,?\\s*(?:of |de |del |di )?';
const patterns = [
  `(?<!\\d)${year}-(?<number>[01]\\d)(?:-(?<day>[0-3]\\d))?(?!\\d)`,
  `(?<![\\d.])(?<day>[0-3]?\\d)\\.(?<number>[01]?\\d)\\.${year}(?!\\d)`,
  `(?<![\\p{L}\\d])${day}${link}${monthName}(?!\\p{L})(?:${link}${year}(?!\\d))?`,
  `(?<!\\p{L})${monthName}${link}${day}(?![\\d\\p{L}])(?:${link}${year}(?!\\d))?`,
  `(?<!\\p{L})${monthName}(?!\\p{L})(?:${link}${year}(?!\\d))?`,
  `(?<![\\d.,-])${year}(?![\\d.,]\\d|\\d)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** How well a date fits, between 0 and 1. */
export type DateFit = (dateMs: number) => number;

/**
 * The day, month or year that a query names, as a measure of dates; null where it names none. A month without a year is
 * that of any.
 */
export function namedPeriod(query: string): DateFit | null {
  const text = query.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.groups;
    if (found === undefined) continue;
    const named = found['month'];
    const hasNumber = found['day'] !== undefined || found['year'] !== undefined;
    if (named !== undefined && ambiguous.has(named) && !hasNumber) continue;
    const month = named === undefined ? Number(found['number'] ?? Number.NaN) - 1 : (monthOf.get(named) ?? 0);
    return fitOf(Number(found['year'] ?? Number.NaN), month, Number(found['day'] ?? Number.NaN));
  }
  return null;
}

/** Each NaN where it is not named; months from 0. */
function fitOf(ofYear: number, month: number, ofDay: number): DateFit {
  return (dateMs) => {
    const inYear = Number.isNaN(ofYear) ? new Date(dateMs).getUTCFullYear() : ofYear;
    if (Number.isNaN(month)) return new Date(dateMs).getUTCFullYear() === inYear ? yearShare : 0;
    const from = Date.UTC(inYear, month, Number.isNaN(ofDay) ? 1 : ofDay);
    const to = Number.isNaN(ofDay) ? Date.UTC(inYear, month + 1, 1) : from + dayMs;
    if (dateMs < from) return 0;
    return dateMs < to ? 1 : Math.max(0, 1 - (dateMs - to) / afterwardsMs);
  };
}
