import type { MentionedPerson } from '#main/contract/document.ts';
import { contentParts } from '../content-lines.ts';
import { partsOf } from '../content-properties.ts';
import { isoDate } from '../document-date.ts';
import type { DocumentFacts } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type Limits, type ParseEvent, type Parser, shortfall, Unreadable } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';
import { type CalendarEntry, entryOf } from './entry.ts';
import { type Exceptions, entryText } from './entry-text.ts';
import { attendeesOf, organizerOf } from './people.ts';
import { Zones } from './zones.ts';

/** Entries of one calendar: against files of a million empty ones. */
const mostEntries = 50_000;
/** What stands in for occurrences of one repetition: against thousands of entries that each tell of thousands. */
const mostExceptions = 200;
const partNames = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VTIMEZONE', 'VFREEBUSY']);

/** A calendar (RFC 5545): an event for each entry, its repetition told in words and not unrolled. */
export const calendarParser: Parser = {
  id: 'calendar',
  version: parserVersions.calendar,
  async *parse(bytes, meta, limits) {
    const source = decodeOrRefuse(bytes);
    if (!/^\s*BEGIN:V(?:CALENDAR|EVENT|TODO|JOURNAL)/i.test(source))
      throw new Unreadable('failed', 'mislabelled', 'it is no calendar');
    const calendar = readCalendar(source);
    yield* documentsOf(calendar, titleOf(meta.name), limits);
    if (calendar.damaged.length > 0) {
      const detail = `entry ${calendar.damaged.slice(0, 20).join(', ')}`;
      yield shortfall('corrupt', detail);
    }
    if (calendar.isCut) {
      const detail = `${mostEntries.toLocaleString('en')} entries`;
      yield shortfall('truncated-text', detail);
    }
  },
};

interface Calendar {
  readonly entries: CalendarEntry[];
  readonly zones: Zones;
  /** Numbers of entries whose end is missing. */
  readonly damaged: number[];
  isCut: boolean;
}

function readCalendar(text: string): Calendar {
  const calendar: Calendar = { entries: [], zones: new Zones(), damaged: [], isCut: false };
  const cancels = /^METHOD:\s*CANCEL\s*$/im.test(text.slice(0, 4096));
  let number = 0;
  for (const part of contentParts(text, partNames)) {
    if (part.name === 'VTIMEZONE') calendar.zones.define(part);
    if (part.name === '' || part.name === 'VTIMEZONE' || part.name === 'VFREEBUSY') continue;
    number += 1;
    if (number > mostEntries) {
      calendar.isCut = true;
      break;
    }
    const entry = entryOf(part, number, cancels);
    if (!part.isWhole) calendar.damaged.push(number);
    if (entry !== null) calendar.entries.push(entry);
  }
  return calendar;
}

function* documentsOf({ entries, zones }: Calendar, fallback: string, limits: Limits): Iterable<ParseEvent> {
  const exceptions = exceptionsByUid(entries);
  let room = limits.textChars;
  for (const entry of entries) {
    const own = entry.replaces === null ? (exceptions.get(entry.uid) ?? []) : [];
    const text = entryText(entry, own, zones, room);
    room = Math.max(0, room - text.length);
    const document = text.document(factsOf(entry, zones, fallback, entries.length === 1));
    if (document.text !== '') yield { type: 'document', document };
    if (text.truncated) {
      yield* text.shortfalls();
      return;
    }
  }
}

/** What stands in for single occurrences, by the entry that repeats. */
function exceptionsByUid(entries: readonly CalendarEntry[]): ReadonlyMap<string, Exceptions> {
  const found = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    if (entry.replaces === null || entry.uid === '') continue;
    const others = found.get(entry.uid);
    if (others === undefined) found.set(entry.uid, [entry]);
    else if (others.length < mostExceptions) others.push(entry);
  }
  return found;
}

function factsOf(entry: CalendarEntry, zones: Zones, fallback: string, isOnly: boolean): DocumentFacts {
  const time = entry.start ?? entry.due;
  const organizer = organizerOf(entry);
  const people: MentionedPerson[] = attendeesOf(entry).map(({ person }) => person);
  if (organizer !== null) people.unshift(organizer.person);
  const title = entry.title || fallback;
  const date = time === null ? null : isoDate(new Date(zones.instantOf(time)));
  return {
    kind: 'event',
    member: isOnly ? null : memberOf(title, date),
    title,
    date,
    people,
    tags: entry.properties.all('categories').flatMap(tagsOf),
  };
}

function tagsOf(property: Parameters<typeof partsOf>[0]): string[] {
  return partsOf(property).map(tidyTitle).filter(Boolean).slice(0, 100);
}

/** A repeating entry and what stands in for one of its occurrences share a title; their days differ. */
function memberOf(title: string, date: string | null): string {
  return date === null ? title : `${title}, ${date.slice(0, 10)}`;
}
