import ICAL from 'ical.js';
import type { ContentPart } from '../content-lines.ts';
import { clockOf, fromClock, type WallTime } from './wall-time.ts';

/** Lines of one zone's definition: the longest honest one has every change since 1900. */
const mostZoneLines = 3_000;
/** Rules of change that are followed: once a year. One that changes each second would be unrolled up to 2035. */
const yearlyRule =
  /^RRULE:(?:(?:FREQ=YEARLY|INTERVAL=1|WKST=\w\w|BYMONTH=\d{1,2}|BYDAY=[+-]?\d?[A-Z]{2}|BYMONTHDAY=[-\d,]+|UNTIL=\w+|COUNT=\d{1,4})(?:;|$))+$/i;

/** Knows what the times of one calendar's zones are in UTC: of the world's zones first, else as the calendar defines them. */
export class Zones {
  readonly #formats = new Map<string, Intl.DateTimeFormat | null>();
  readonly #own = new Map<string, ICAL.Timezone>();

  define(part: ContentPart): void {
    if (part.allLines.length > mostZoneLines) return;
    const rules = part.allLines.filter((line) => /^(?:RRULE|EXRULE)/i.test(line));
    if (!rules.every((rule) => yearlyRule.test(rule))) return;
    try {
      const lines = ['BEGIN:VTIMEZONE', ...part.allLines, 'END:VTIMEZONE'];
      const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join('\r\n'))));
      this.#own.set(zone.tzid, zone);
    } catch {
      // Times of a zone that is not defined count as UTC.
    }
  }

  /** Milliseconds since the epoch; times without a zone, and in unknown ones, count as UTC. */
  instantOf(time: WallTime): number {
    const clock = clockOf(time);
    if (time.zone === null || time.zone === 'UTC') return clock;
    const format = this.#formatOf(time.zone);
    if (format === null) return clock - this.#ownOffset(time);
    // The offset is that of the instant, which is not known yet: twice is enough but within a change.
    const guess = clock - offsetAt(format, clock);
    return clock - offsetAt(format, guess);
  }

  /** What the wall of a zone shows at a time of another. */
  shownIn(time: WallTime, zone: string | null): WallTime {
    const format = zone === null ? null : this.#formatOf(zone);
    if (format === null || time.isDay || time.zone !== 'UTC') return time;
    const instant = this.instantOf(time);
    return fromClock(instant + offsetAt(format, instant), { isDay: false, zone });
  }

  #ownOffset(time: WallTime): number {
    const zone = this.#own.get(time.zone ?? '');
    if (zone === undefined) return 0;
    const { year, month, day, hour, minute, second } = time;
    try {
      const wall = new ICAL.Time({ year, month, day, hour, minute, second }, ICAL.Timezone.utcTimezone);
      return zone.utcOffset(wall) * 1000;
    } catch {
      return 0;
    }
  }

  #formatOf(zone: string): Intl.DateTimeFormat | null {
    const known = this.#formats.get(zone);
    if (known !== undefined) return known;
    const format = formatOf(zone) ?? formatOf(/[A-Z][\w+-]+\/[A-Z][\w+/-]+$/.exec(zone)?.[0] ?? '');
    this.#formats.set(zone, format);
    return format;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  if (!/^[\w+-]+(?:\/[\w+-]+){0,2}$/.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
