import type ICAL from 'ical.js';
import { listInWords, months, plainDay, weekdayOf, weekdays } from './in-words.ts';
import { type WallTime, wallTimeOf } from './wall-time.ts';
import type { Zones } from './zones.ts';

const units = new Map([
  ['YEARLY', 'year'],
  ['MONTHLY', 'month'],
  ['WEEKLY', 'week'],
  ['DAILY', 'day'],
  ['HOURLY', 'hour'],
  ['MINUTELY', 'minute'],
  ['SECONDLY', 'second'],
]);
const dayCodes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** Values of one part of a rule that are said: against rules that list every second. */
const mostParts = 40;

/**
 * A repetition in words: “every week on Monday until 31 March 2026”. The rule is read, never unrolled: a rule for each
 * second until the year 9999 takes no longer than any other.
 */
export function repetitionInWords(rule: ICAL.Property, start: WallTime | null, zones: Zones): string {
  // jCal (RFC 7265 3.6.10): the rule as an object of its parts, lower-case.
  const parts = partsOf(rule.toJSON()[3]);
  const unit = units.get(first(parts, 'freq').toUpperCase());
  if (unit === undefined) return '';
  const interval = Number(first(parts, 'interval')) || 1;
  const pace = interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;
  return pace + daysInWords(unit, parts, start) + endInWords(parts, start, zones);
}

type Parts = ReadonlyMap<string, readonly string[]>;

function partsOf(value: unknown): Parts {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).map(([name, part]) => [
      name.toLowerCase(),
      (Array.isArray(part) ? part : [part]).slice(0, mostParts).map(String),
    ]),
  );
}

function first(parts: Parts, name: string): string {
  return parts.get(name)?.[0] ?? '';
}

function daysInWords(unit: string, parts: Parts, start: WallTime | null): string {
  const inMonths = (parts.get('bymonth') ?? []).map((month) => months[Number(month) - 1] ?? month);
  const monthsSaid = inMonths.length === 0 ? '' : ` in ${listInWords(inMonths)}`;
  const days = parts.get('byday') ?? [];
  if (days.length > 0) return ` on ${weekdaysInWords(days, parts.get('bysetpos') ?? [])}${monthsSaid}`;
  const ofMonth = parts.get('bymonthday') ?? [];
  if (ofMonth.length > 0) return ` on ${listInWords(ofMonth.map(monthDay))}${monthsSaid}`;
  if (start === null || monthsSaid !== '') return monthsSaid;
  if (unit === 'week') return ` on ${weekdayOf(start)}`;
  if (unit === 'month') return ` on day ${start.day}`;
  return unit === 'year' ? ` on ${start.day} ${months[start.month - 1]}` : '';
}

/** `2TU`: the second Tuesday. A position beside plain days picks one of all of them. */
function weekdaysInWords(days: readonly string[], positions: readonly string[]): string {
  const named = days.map((day) => {
    const [, position = '', code = ''] = /^([+-]?\d+)?([A-Z]{2})$/i.exec(day) ?? [];
    const weekday = weekdays[dayCodes.indexOf(code.toUpperCase())] ?? day;
    return position === '' ? weekday : `the ${ordinal(Number(position))} ${weekday}`;
  });
  if (positions.length === 0) return listInWords(named);
  const picked = listInWords(positions.map((position) => `the ${ordinal(Number(position))}`));
  return named.length === 1 ? `${picked} ${named[0]}` : `${picked} of ${listInWords(named, 'or')}`;
}

function monthDay(day: string): string {
  const number = Number(day);
  return number < 0 ? `the ${ordinal(number)} day` : `day ${day}`;
}

function ordinal(position: number): string {
  const count = Math.abs(position);
  const name = ['', 'first', 'second', 'third', 'fourth', 'fifth'][count] ?? `${count}th`;
  if (position >= 0) return name;
  return count === 1 ? 'last' : `${name} to last`;
}

function endInWords(parts: Parts, start: WallTime | null, zones: Zones): string {
  const count = Number(first(parts, 'count'));
  if (count > 0) return `, ${count === 1 ? 'once' : `${count} times`}`;
  const until = wallTimeOf(first(parts, 'until'), null);
  return until === null ? '' : ` until ${plainDay(zones.shownIn(until, start?.zone ?? null))}`;
}
