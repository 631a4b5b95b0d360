import type ICAL from 'ical.js';
import type { MentionedPerson } from '#main/contract/document.ts';
import { textOfProperty } from '../content-properties.ts';
import { tidyTitle } from '../document-title.ts';
import type { CalendarEntry } from './entry.ts';

/** People of one entry that are kept: against invitations of a million addresses. */
const mostPeople = 500;

interface Participant {
  readonly person: MentionedPerson;
  /** “Anna Berg (accepted)”. */
  readonly shown: string;
}

export function organizerOf({ properties }: CalendarEntry): Participant | null {
  const organizer = properties.first('organizer');
  return organizer === null ? null : participant(organizer, 'from');
}

/** Who is invited, each once; rooms and resources are no people. */
export function attendeesOf({ properties }: CalendarEntry): Participant[] {
  const found = new Map<string, Participant>();
  for (const attendee of properties.all('attendee').slice(0, mostPeople)) {
    if (/^(?:room|resource)$/i.test(parameter(attendee, 'cutype'))) continue;
    const known = participant(attendee, 'to');
    if (known !== null) found.set(known.person.address ?? known.person.name, known);
  }
  return [...found.values()];
}

const answers = new Map([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
]);

function participant(property: ICAL.Property, role: MentionedPerson['role']): Participant | null {
  const value = textOfProperty(property)
    .replace(/^mailto:/i, '')
    .trim();
  const address = /^[^\s@]+@[^\s@]+$/.test(value) ? value.toLowerCase() : null;
  const name = tidyTitle(parameter(property, 'cn').replace(/^['"]+|['"]+$/g, '')) || (address ?? '');
  if (name === '') return null;
  const answer = answers.get(parameter(property, 'partstat').toUpperCase());
  const shown = answer === undefined ? name : `${name} (${answer})`;
  return { person: { name, address, role }, shown };
}

function parameter(property: ICAL.Property, name: string): string {
  return String(property.getFirstParameter(name) ?? '');
}
