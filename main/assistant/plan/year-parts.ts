import { addDays, dayPeriod, mondayOf, monthPeriod, type Period } from './calendar.ts';

/** “First half of”, “zweites Quartal”: which part, 1 to 4, by the words of six languages. */
const firstWords = 'first|1st|erste[nsrm]?|1\\.|primer[oa]?|premiere?|prim[oa]|primeir[oa]|1[oaº]?';
const secondWords = 'second|2nd|zweite[nsrm]?|2\\.|segund[oa]|seconde?|deuxieme|second[oa]|2[oaº]?';
const thirdWords = 'third|3rd|dritte[nsrm]?|3\\.|tercer[oa]?|troisieme|terz[oa]|terceir[oa]|3[oaº]?';
const fourthWords = 'fourth|last|4th|vierte[nsrm]?|4\\.|cuart[oa]|quatrieme|quart[oa]|4[oaº]?';
const partWords = [firstWords, secondWords, thirdWords, fourthWords];
export const part = `(${partWords.join('|')})`;
export const halves = '(?:halves|half|halbjahre?s?|halfte|mitad|semestre|moitie|meta|metade)';
export const quarters = '(?:quarters?|quartale?s?|trimestres?|trimestre)';
export const ofWhat =
  "(?:of |von |vom |des jahres |des |de l[’']annee |del ano |de |del |du |dell[’']anno |di |do ano |do )?(?:the year |year |jahr )?";

export function partOf(text: string | undefined): number {
  return partWords.findIndex((words) => new RegExp(`^(?:${words})$`).test(text ?? '')) + 1;
}

/** The latest such part of a year that has begun, where no year is named. */
function yearOfPart(firstMonth: number, yearText: string | undefined, today: Date): number {
  const thisYear = today.getUTCFullYear();
  if (yearText !== undefined) return Number(yearText);
  return firstMonth <= today.getUTCMonth() + 1 ? thisYear : thisYear - 1;
}

export function halfOf(which: number, yearText: string | undefined, today: Date): Period | null {
  if (which !== 1 && which !== 2) return null;
  const month = which * 6 - 5;
  return monthPeriod(yearOfPart(month, yearText, today), month, 6);
}

export function quarterOf(which: number, yearText: string | undefined, today: Date): Period | null {
  if (which < 1 || which > 4) return null;
  const month = which * 3 - 2;
  return monthPeriod(yearOfPart(month, yearText, today), month, 3);
}

/** ISO 8601: the week with 4 January is the first. */
export function weekOf(week: number, yearText: string | undefined, today: Date): Period | null {
  if (week < 1 || week > 53) return null;
  const y = yearText === undefined ? today.getUTCFullYear() : Number(yearText);
  return dayPeriod(addDays(mondayOf(new Date(Date.UTC(y, 0, 4))), 7 * (week - 1)), 7);
}
