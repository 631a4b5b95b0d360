import type { ContentPart } from '../content-lines.ts';
import { ContentProperties } from '../content-properties.ts';
import { tidyTitle } from '../document-title.ts';
import { later, type WallTime, wallTimesOf } from './wall-time.ts';

/** Longer entries than ten years are mistakes; adding a length without end would never come to one. */
const longestSeconds = 10 * 366 * 86_400;

/** A VEVENT, VTODO or VJOURNAL as it stands in its calendar. */
export interface CalendarEntry {
  /** Counting from 1 in the file. */
  readonly number: number;
  readonly type: 'event' | 'task' | 'journal';
  readonly properties: ContentProperties;
  readonly uid: string;
  readonly title: string;
  readonly start: WallTime | null;
  readonly end: WallTime | null;
  readonly due: WallTime | null;
  /** The occurrence of a repetition that this entry stands in for. */
  readonly replaces: WallTime | null;
  readonly isCancelled: boolean;
}

const types = new Map<string, CalendarEntry['type']>([
  ['VEVENT', 'event'],
  ['VTODO', 'task'],
  ['VJOURNAL', 'journal'],
]);

export function entryOf(part: ContentPart, number: number, calendarCancels: boolean): CalendarEntry | null {
  const type = types.get(part.name);
  if (type === undefined) return null;
  const properties = new ContentProperties(part.lines, 'icalendar');
  const time = (name: string) => wallTimesOf(properties.first(name))[0] ?? null;
  const start = time('dtstart');
  return {
    number,
    type,
    properties,
    uid: properties.text('uid'),
    title: tidyTitle(properties.text('summary')),
    start,
    end: time('dtend') ?? endByLength(start, properties.text('duration')),
    due: time('due'),
    replaces: time('recurrence-id'),
    isCancelled: calendarCancels || /^cancell?ed$/i.test(properties.text('status')),
  };
}

/** `PT1H30M`, `P3D`, `P1W` (RFC 5545 3.3.6). */
function endByLength(start: WallTime | null, length: string): WallTime | null {
  const match =
    /^\+?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/.exec(length);
  if (start === null || match === null) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const total = ((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds;
  return total > 0 && total <= longestSeconds ? later(start, total) : null;
}
