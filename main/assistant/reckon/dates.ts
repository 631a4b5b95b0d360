import { spelledNumber } from '../language/numbers.ts';
import { foldInPlace, languageOf } from '../language/words.ts';
import { addDays, dayOf } from '../plan/calendar.ts';
import { findPeriods } from '../plan/periods.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

/** Folded, in six languages. */
const units: readonly (readonly [Unit, string])[] = [
  ['day', 'days?|tagen?|tage?|dias?|jours?|giorn[oi]'],
  ['week', 'weeks?|wochen?|semanas?|semaines?|settiman[ae]'],
  ['month', 'months?|monaten?|monate?|mes(?:es)?|mois|mes[ei]'],
  ['year', 'years?|jahren?|jahre?|anos?|ans?|annees?|ann[oi]'],
];
const anyUnit = units.map(([, words]) => words).join('|');
const howMany = `(?:how many|wie ?viele?|cuant[oa]s|combien d[e']\\s?|quant[ei]|quant[oa]s)\\s*(${anyUnit})`;

const forms = {
  until: new RegExp(
    `^${howMany}\\s+(?:are (?:there|left)|is it|remain|left|to go|sind es|noch|faltan|quedan|reste(?:nt)?-t-il|y a-t-il|il reste|mancano|faltam)?\\s*(?:still |noch |left )?(?:until|till|to|before|bis(?: zum| zu)?|hasta|para|jusqu'(?:au|a)?|avant|fino a(?:l|ll[ao])?|al?|ate)\\s+(.+)$`,
    'u',
  ),
  since: new RegExp(
    `^${howMany}\\s+(?:have passed |has it been |is it |are it |sind |han pasado |se sont ecoules )?(?:(?:es )?(?:her )?(?:seit(?: dem)?)|since|desde|depuis|d[ae]l?)\\s+(.+?)(?:\\s+vergangen)?$`,
    'u',
  ),
  between: new RegExp(
    `^${howMany}\\s+(?:are (?:there )?|lie |liegen |sind |hay |y a-t-il |ci sono |ha )?(?:between|from|zwischen(?: dem)?|vom?|entre|de|du|tra|fra|dal?)\\s+(.+?)\\s+(?:and|to|until|till|und(?: dem)?|bis(?: zum)?|y|al?|hasta|et|au|e|ate)\\s+(.+)$`,
    'u',
  ),
  weekday:
    /^(?:(?:on )?(?:what|which) (?:day(?: of the week)?|weekday) (?:is|was|will|does|did)(?: be)?|(?:auf )?(?:was fur ein|welcher?n?) (?:wochen)?tag (?:ist|war|fallt|fiel)|que dia (?:de la semana )?(?:es|fue|era|cae|sera)|que dia da semana (?:e|foi|era|sera|cai)|quel jour (?:de la semaine )?(?:est|etait|sera|tombe)|che giorno (?:della settimana )?(?:e|era|sara|cade))\s+(?:der |el |le |il |o )?(.+?)(?:\s+(?:be|fall(?: on)?))?$/u,
  shift: new RegExp(
    `^(?:what|which) (?:date|day) (?:is|was|will it be|will be|is it)\\s+(?:in )?(\\d{1,5}|\\p{L}+) (${anyUnit}) ?(after|before|from|later than|ago|hence)?\\s*(.*)$`,
    'u',
  ),
};

const isPastTense = /\b(?:was|did|war|fiel|fue|era|etait|foi)\b/u;

const longDate = new Intl.DateTimeFormat('en-GB', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
});

/** Days between dates, weekdays, and dates some days on; null where any part is not a date on its own. */
export function reckonDates(question: string, now: Date): string | null {
  const asked = foldInPlace(question)
    .replace(/^[\s¿]+|[?.!\s]+$/gu, '')
    .trim();
  const today = dayOf(now);
  const day = (text: string): Date | null => dayIn(text, question, now);
  /** A day without its year is the next one, where the question looks ahead: files are dated by the last one. */
  const dayAhead = (text: string): Date | null => {
    const date = day(text);
    const isPast = date !== null && date.getTime() < today.getTime() && !/\d{4}/u.test(text);
    return isPast ? moved(date, 1, 'year') : date;
  };
  const weekday = forms.weekday.exec(asked);
  if (weekday !== null) {
    const date = (isPastTense.test(asked) ? day : dayAhead)(weekday[1] ?? '');
    return date === null ? null : inFull(date);
  }
  const between = forms.between.exec(asked);
  if (between !== null) {
    const [from, to] = [day(between[2] ?? ''), day(between[3] ?? '')];
    if (from !== null && to !== null) return distance(from, to, unitOf(between[1] ?? ''));
  }
  for (const form of [forms.until, forms.since]) {
    const found = form.exec(asked);
    const dated = form === forms.until ? dayAhead : day;
    const date = found === null ? null : dated(found[2] ?? '');
    if (found !== null && date !== null)
      return form === forms.until
        ? distance(today, date, unitOf(found[1] ?? ''), 'today')
        : distance(date, today, unitOf(found[1] ?? ''), 'until today');
  }
  const shift = forms.shift.exec(asked);
  return shift === null ? null : shifted(shift, day, today);
}

function shifted(
  [, amount = '', unit = '', direction = '', from = '']: RegExpExecArray,
  day: (text: string) => Date | null,
  today: Date,
): string | null {
  const count = /^\d/u.test(amount) ? Number(amount) : spelledNumber(amount);
  const start = from === '' || from === 'now' || from === 'today' ? today : day(from);
  if (count === null || start === null) return null;
  const back = direction === 'before' || direction === 'ago';
  return inFull(moved(start, back ? -count : count, unitOf(unit)));
}

/** A month on from 31 January is the last of February. */
function moved(start: Date, count: number, unit: Unit): Date {
  if (unit === 'day' || unit === 'week') return addDays(start, unit === 'week' ? 7 * count : count);
  const months = start.getUTCMonth() + (unit === 'year' ? 12 * count : count);
  const last = new Date(Date.UTC(start.getUTCFullYear(), months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(start.getUTCFullYear(), months, Math.min(start.getUTCDate(), last)));
}

/** The one day that a text is, and nothing beside it. */
function dayIn(text: string, question: string, now: Date): Date | null {
  const bare = text.replace(/^(?:the|den|dem|der|el|le|il|o|am|on)\s+/u, '');
  if (/^(?:today|heute|hoy|aujourd'hui|oggi|hoje)$/u.test(bare)) return dayOf(now);
  const [found, ...more] = findPeriods(bare, languageOf(question), now, false);
  if (found === undefined || more.length > 0 || found.after === null || found.before === null) return null;
  const around = bare.slice(0, found.start) + bare.slice(found.end);
  const start = new Date(`${found.after}T00:00:00Z`);
  const isOneDay = addDays(start, 1).getTime() === Date.parse(`${found.before}T00:00:00Z`);
  return isOneDay && !/[\p{L}\p{N}]/u.test(around) ? start : null;
}

function unitOf(word: string): Unit {
  return units.find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(word))?.[0] ?? 'day';
}

const msPerDay = 86_400_000;

function distance(from: Date, to: Date, unit: Unit, told?: 'today' | 'until today'): string {
  const days = Math.round((to.getTime() - from.getTime()) / msPerDay);
  const count = inUnit(from, to, days, unit);
  const stretch =
    told === 'today'
      ? `from today to ${inFull(to)}`
      : told === 'until today'
        ? `from ${inFull(from)} to today`
        : `from ${inFull(from)} to ${inFull(to)}`;
  return `${count} ${stretch}`;
}

/** Whole units and the days that are left over. */
function inUnit(from: Date, to: Date, days: number, unit: Unit): string {
  const counted = (count: number, name: Unit): string =>
    `${count} ${name}${Math.abs(count) === 1 ? '' : 's'}`;
  if (unit === 'day' || days < 0) return counted(days, 'day');
  let whole = unit === 'week' ? Math.floor(days / 7) : 0;
  if (unit !== 'week') while (moved(from, whole + 1, unit).getTime() <= to.getTime()) whole += 1;
  const rest = Math.round((to.getTime() - moved(from, whole, unit).getTime()) / msPerDay);
  const exact = counted(whole, unit);
  return rest === 0 ? exact : `${exact} and ${counted(rest, 'day')}`;
}

function inFull(day: Date): string {
  return longDate.format(day).replace(',', '');
}
