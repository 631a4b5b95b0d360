import type { Fact } from './outlook-item.ts';

export interface EventFacts {
  readonly start: Date | null;
  readonly end: Date | null;
  readonly timeZone: string;
  readonly location: string;
}

export interface ContactFacts {
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly department: string;
  readonly email: string;
  readonly work: string;
  readonly home: string;
  readonly mobile: string;
  readonly fax: string;
  readonly address: string;
  readonly page: string;
}

export function eventFacts({ start, end, timeZone, location }: EventFacts): Fact[] {
  const [from, to] = [momentOf(start), momentOf(end)];
  return said([
    ['When', from !== '' && to !== '' ? `${from} to ${to}` : from],
    ['Time zone', from === '' ? '' : timeZone],
    ['Where', location],
  ]);
}

export function contactFacts(contact: ContactFacts): Fact[] {
  return said([
    ['Name', contact.name],
    ['Company', contact.company],
    ['Title', contact.title],
    ['Department', contact.department],
    ['E-mail', contact.email],
    ['Telephone (work)', contact.work],
    ['Telephone (home)', contact.home],
    ['Telephone (mobile)', contact.mobile],
    ['Fax', contact.fax],
    ['Address', contact.address],
    ['Web page', contact.page],
  ]);
}

export function taskFacts(start: Date | null, due: Date | null, isDone: boolean): Fact[] {
  return said([
    ['Start', momentOf(start).slice(0, 10)],
    ['Due', momentOf(due).slice(0, 10)],
    ['State', isDone ? 'done' : ''],
  ]);
}

/** Each in one line; what nothing is said of is left out. */
function said(facts: readonly (readonly [label: string, value: string])[]): Fact[] {
  return facts
    .map(([label, value]) => ({ label, value: value.replace(/\s*\r?\n\s*/g, ', ').trim() }))
    .filter(({ value }) => value !== '');
}

function momentOf(date: Date | null): string {
  if (date === null || Number.isNaN(date.getTime())) return '';
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
