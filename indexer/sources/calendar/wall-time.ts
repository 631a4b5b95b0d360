import type ICAL from 'ical.js';

/** A time as it stands on the wall of its zone; `zone` null is a time that is the same everywhere. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** True for a day without a time. */
  readonly isDay: boolean;
  /** `UTC`, or the name that the calendar gives its zone. */
  readonly zone: string | null;
}

const written = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?/i;

/** The times of a property (DTSTART, EXDATE): lenient, since days are often written without saying that they are days. */
export function wallTimesOf(property: ICAL.Property | null): WallTime[] {
  if (property === null) return [];
  const zone = property.getFirstParameter('tzid') || null;
  // jCal (RFC 7265): values from the fourth on; a period is a list that begins with its start.
  const values: readonly unknown[] = property.toJSON().slice(3);
  return values.flatMap((value) => wallTimeOf(String(Array.isArray(value) ? value[0] : value), zone) ?? []);
}

export function wallTimeOf(text: string, zone: string | null): WallTime | null {
  const match = written.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const isSensible = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59;
  if (!isSensible) return null;
  const isDay = match[4] === undefined;
  const named = match[7] === undefined ? zone : 'UTC';
  return { year, month, day, hour, minute, second, isDay, zone: isDay ? null : named };
}

/** The same wall time that many seconds later. */
export function later(time: WallTime, seconds: number): WallTime {
  return fromClock(clockOf(time) + seconds * 1000, time);
}

/** Milliseconds since the epoch if the wall hung in UTC. */
export function clockOf({ year, month, day, hour, minute, second }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export function fromClock(ms: number, { isDay, zone }: Pick<WallTime, 'isDay' | 'zone'>): WallTime {
  const date = new Date(ms);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDay,
    zone,
  };
}
