import { type ContentProperties, partsOf, textOfProperty } from '../content-properties.ts';
import { DocumentText } from '../document-text.ts';
import { readHtml } from '../html/read-html.ts';
import type { CalendarEntry } from './entry.ts';
import { listInWords, momentInWords, plainDay, spanInWords } from './in-words.ts';
import { attendeesOf, organizerOf } from './people.ts';
import { repetitionInWords } from './repetition.ts';
import { wallTimesOf } from './wall-time.ts';
import type { Zones } from './zones.ts';

/** Exceptions of one repetition that are told one by one. */
const mostExceptions = 40;

/** What stands in for occurrences of a repeating entry, or says that they are cancelled. */
export type Exceptions = readonly CalendarEntry[];

/** A calendar entry the way a person would tell it: what, when, how often, where, with whom, and what was written of it. */
export function entryText(
  entry: CalendarEntry,
  exceptions: Exceptions,
  zones: Zones,
  limit: number,
): DocumentText {
  const text = new DocumentText(limit);
  const place = { entry: entry.number };
  text.add(entry.title, { role: 'heading', level: 1, place });
  let tight = false;
  for (const [name, value] of fieldsOf(entry, exceptions, zones)) {
    if (value === '') continue;
    text.add(name === '' ? value : `${name}: ${value}`, { role: 'list', place, tight });
    tight = true;
  }
  for (const paragraph of descriptionOf(entry.properties, text))
    text.add(paragraph, { role: 'paragraph', place });
  return text;
}

function fieldsOf(entry: CalendarEntry, exceptions: Exceptions, zones: Zones): [string, string][] {
  const { properties, replaces, start, end, due } = entry;
  const link = properties.text('x-google-conference') || properties.text('x-microsoft-skypeteamsmeetingurl');
  return [
    ['', entry.isCancelled ? 'Cancelled' : ''],
    ['When', start === null ? '' : spanInWords(start, end)],
    ['Due', due === null ? '' : spanInWords(due, null)],
    ['Repeats', listInWords(properties.all('rrule').map((rule) => repetitionInWords(rule, start, zones)))],
    ['Also on', daysOf(properties, 'rdate')],
    ['Not on', exceptedDays(properties, exceptions)],
    ['Changed', changesInWords(exceptions)],
    ['In place of', replaces === null ? '' : momentInWords(zones.shownIn(replaces, start?.zone ?? null))],
    ['Where', properties.text('location')],
    ['Organizer', organizerOf(entry)?.shown ?? ''],
    [
      'With',
      attendeesOf(entry)
        .map(({ shown }) => shown)
        .join(', '),
    ],
    ['Status', statusOf(entry)],
    [
      'Link',
      listInWords(
        [...new Set([properties.text('url'), link, properties.text('conference')])].filter(Boolean),
      ),
    ],
    ['Comment', properties.text('comment')],
  ];
}

const statuses = new Map([
  ['TENTATIVE', 'tentative'],
  ['NEEDS-ACTION', 'to do'],
  ['IN-PROCESS', 'in progress'],
  ['COMPLETED', 'done'],
  ['DRAFT', 'draft'],
]);

function statusOf({ properties }: CalendarEntry): string {
  const status = statuses.get(properties.text('status').toUpperCase()) ?? '';
  const completed = wallTimesOf(properties.first('completed'))[0];
  return completed === undefined ? status : `done on ${plainDay(completed)}`;
}

function daysOf(properties: ContentProperties, name: string): string {
  const times = properties.all(name).flatMap(wallTimesOf);
  return listInWords(times.slice(0, mostExceptions).map(plainDay));
}

function exceptedDays(properties: ContentProperties, exceptions: Exceptions): string {
  const cancelled = exceptions.flatMap(({ isCancelled, replaces }) =>
    isCancelled && replaces !== null ? [replaces] : [],
  );
  const times = [...properties.all('exdate').flatMap(wallTimesOf), ...cancelled];
  return listInWords([...new Set(times.slice(0, mostExceptions).map(plainDay))]);
}

function changesInWords(exceptions: Exceptions): string {
  return exceptions
    .slice(0, mostExceptions)
    .flatMap(({ isCancelled, replaces, start, end }) =>
      isCancelled || replaces === null || start === null
        ? []
        : [`${plainDay(replaces)} is now ${spanInWords(start, end)}`],
    )
    .join('; ');
}

/** Google writes HTML into the plain description, Outlook beside it. */
function descriptionOf(properties: ContentProperties, text: DocumentText): string[] {
  const plain = partsOf(properties.first('description')).join(', ');
  const html = plain.trim() === '' ? textOfProperty(properties.first('x-alt-desc')) : '';
  const source = html || plain;
  if (!/<(?:p|br|div|span|a|b|i|ul|ol|li|html|body|strong)\b[^<>]*>/i.test(source))
    return source.split(/\n{2,}/);
  const page = readHtml(/<(?:p|br|div)\b/i.test(source) ? source : source.replace(/\n/g, '<br>'), {
    withLines: false,
  });
  for (const piece of page.hidden) text.hide(piece);
  return page.blocks.map((block) => block.text);
}
