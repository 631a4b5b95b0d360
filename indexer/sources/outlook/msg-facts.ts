import type { FieldsData } from '@kenjiuno/msgreader';
import { contactFacts, eventFacts, taskFacts } from './facts.ts';
import type { Fact } from './outlook-item.ts';

/** Properties of tasks (MS-OXOTASK 2.2.2.2), which the reader does not name. */
const taskSet = '00062003-0000-0000-c000-000000000046';
const taskStart = '00008104';
const taskDue = '00008105';
const taskComplete = '0000811c';

/** What an item says beside its body: when and where, how to reach somebody, until when. */
export function factsOfMsg(fields: FieldsData): Fact[] {
  if (/^IPM\.Contact/i.test(fields.messageClass ?? '')) return contactFactsOf(fields);
  if (/^IPM\.Task/i.test(fields.messageClass ?? ''))
    return taskFacts(
      dateIn(taskProperty(fields, taskStart)),
      dateIn(taskProperty(fields, taskDue)),
      taskProperty(fields, taskComplete) === true,
    );
  return eventFacts({
    start: dateIn(fields.apptStartWhole),
    end: dateIn(fields.apptEndWhole),
    timeZone: fields.timeZoneDesc ?? '',
    location: fields.apptLocation ?? '',
  });
}

function contactFactsOf(fields: FieldsData): Fact[] {
  return contactFacts({
    name: fields.name ?? '',
    company: fields.companyName ?? '',
    title: fields.title ?? '',
    department: fields.departmentName ?? '',
    email: fields.email1EmailAddress ?? '',
    work: fields.businessTelephoneNumber ?? '',
    home: fields.homeTelephoneNumber ?? '',
    mobile: fields.mobileTelephoneNumber ?? '',
    fax: fields.businessFaxNumber ?? '',
    address: fields.postalAddress ?? fields.workAddress ?? '',
    page: fields.businessHomePage ?? '',
  });
}

function taskProperty({ rawProps = [] }: FieldsData, id: string): unknown {
  return rawProps.find(
    ({ propertySet, propertyLid }) =>
      propertySet?.toLowerCase() === taskSet && propertyLid?.toLowerCase() === id,
  )?.value;
}

function dateIn(value: unknown): Date | null {
  return typeof value === 'string' ? new Date(value) : null;
}
