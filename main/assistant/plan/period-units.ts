import { addDays, dayPeriod, isoDay, mondayOf, monthPeriod, type Period, yearPeriod } from './calendar.ts';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
export const units: readonly (readonly [Unit, string])[] = [
  ['day', '(?:days?|tage?n?|dias?|jours?|giorn[oi])'],
  ['week', '(?:weeks?|wochen?|semanas?|semaines?|settiman[ae])'],
  ['month', '(?:months?|monate?n?s?|mes(?:es)?|mois|mes[ei])'],
  ['quarter', '(?:quarters?|quartale?s?|trimestres?|trimestr[ei])'],
  ['year', '(?:years?|jahre?n?s?|anos?|ans?|annees?|ann[oi])'],
];

const small: Readonly<Record<string, number>> = {
  due: 2,
  dois: 2,
  duas: 2,
  tre: 3,
  quattro: 4,
  quatro: 4,
  cinque: 5,
  sei: 6,
  eight: 8,
  acht: 8,
  ocho: 8,
  huit: 8,
  otto: 8,
  oito: 8,
  ten: 10,
  zehn: 10,
  diez: 10,
  dix: 10,
  dieci: 10,
  dez: 10,
  twelve: 12,
  zwolf: 12,
  doce: 12,
  douze: 12,
  dodici: 12,
  doze: 12,
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
export const count = `\\d{1,3}|${Object.keys(small).join('|')}`;
export const countOf = (text: string): number => small[text] ?? Number(text);

/** The whole unit `back` units before today's: 0 is this one. */
export function unitPeriod(unit: Unit, back: number, today: Date): Period {
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
export function recentPeriod(unit: Unit, amount: number, today: Date): Period {
  const days = { day: amount, week: 7 * amount, month: 0, quarter: 0, year: 0 }[unit];
  const months = { day: 0, week: 0, month: amount, quarter: 3 * amount, year: 12 * amount }[unit];
  const start = new Date(
    Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, today.getUTCDate() - days),
  );
  return { after: isoDay(start), before: isoDay(addDays(today, 1)) };
}
