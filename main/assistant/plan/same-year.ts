import type { Filter } from '#main/contract/search.ts';
import { monthPattern } from '../language/months.ts';
import { foldInPlace, languageOf } from '../language/words.ts';
import { seasonPattern } from './period-words.ts';
import { findPeriods } from './periods.ts';

const article = "(?:the |den |dem |der |el |la |le |l[’'])?";
const opening = `(?:in|im|en|on|am|au|for|from|of|von|vom|de|du|since|seit|desde|depuis|until|till|bis|hasta|before|vor|antes de|after|nach|despues de|and|und|y|et|about) ${article}`;
const day = '\\d{1,2}(?:st|nd|rd|th|\\.|er)? (?:of |de )?';
const yearless = new RegExp(
  `(?:^|(?<!\\p{L})${opening})(?:(?:${day})?(?:${monthPattern})(?: \\d{1,2}(?:st|nd|rd|th)?)?|${seasonPattern}|q[1-4])(?![\\p{L}\\d])(?!\\.?[,\\s]+(?:of |del? )?(?:19|20)\\d{2})`,
  'u',
);

/** "And in March?", asked after 2024, is March 2024: the year that the conditions before it lie in stands beside the month. */
export function sameYear(question: string, { after, before }: Filter, now: Date): string {
  const year = after === undefined ? Number.NaN : Number(after.slice(0, 4));
  if (Number.isNaN(year) || before === undefined || before > `${year + 1}-01-01`) return question;
  const found = yearless.exec(foldInPlace(question));
  if (found === null) return question;
  const end = found.index + found[0].length;
  const dated = `${question.slice(0, end)} ${year}${question.slice(end)}`;
  // What lies ahead is no condition; the month alone is then its latest.
  return findPeriods(dated, languageOf(dated), now, true).some(({ condition }) => condition)
    ? dated
    : question;
}
