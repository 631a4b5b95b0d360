import type { FieldsData } from '@kenjiuno/msgreader';
import type { Fact } from './outlook-item.ts';

/** Properties of tasks (MS-OXOTASK 2.2.2.2), which the reader does not name. */
const taskSet = '00062003-0000-0000-c000-000000000046';
const taskStart = '00008104';
const taskDue = '00008105';
const taskComplete = '0000811c';

/** What an item says beside its body: when and where, how to reach somebody, until when. */
export function factsOfMsg(fields: FieldsData): Fact[] {
  return [...eventFacts(fields), ...contactFacts(fields), ...taskFacts(fields)].filter(
    ({ value }) => value !== '',
  );
}

function eventFacts({ apptStartWhole, apptEndWhole, apptLocation, timeZoneDesc }: FieldsData): Fact[] {
  return [
    { label: 'When', value: span(apptStartWhole, apptEndWhole) },
    { label: 'Time zone', value: apptStartWhole === undefined ? '' : (timeZoneDesc ?? '') },
    { label: 'Where', value: apptLocation ?? '' },
  ];
}

function contactFacts(fields: FieldsData): Fact[] {
  if (!/^IPM\.Contact/i.test(fields.messageClass ?? '')) return [];
  const line = (value: string | undefined) => (value ?? '').replace(/\s*\r?\n\s*/g, ', ').trim();
  return [
    { label: 'Name', value: line(fields.name) },
    { label: 'Company', value: line(fields.companyName) },
    { label: 'Title', value: line(fields.title) },
    { label: 'Department', value: line(fields.departmentName) },
    { label: 'E-mail', value: line(fields.email1EmailAddress) },
    { label: 'Telephone (work)', value: line(fields.businessTelephoneNumber) },
    { label: 'Telephone (home)', value: line(fields.homeTelephoneNumber) },
    { label: 'Telephone (mobile)', value: line(fields.mobileTelephoneNumber) },
    { label: 'Fax', value: line(fields.businessFaxNumber) },
    { label: 'Address', value: line(fields.postalAddress ?? fields.workAddress) },
    { label: 'Web page', value: line(fields.businessHomePage) },
  ];
}

function taskFacts({ rawProps = [] }: FieldsData): Fact[] {
  const taskProperty = (id: string): unknown =>
    rawProps.find(
      ({ propertySet, propertyLid }) =>
        propertySet?.toLowerCase() === taskSet && propertyLid?.toLowerCase() === id,
    )?.value;
  const day = (id: string) => {
    const value = taskProperty(id);
    return typeof value === 'string' ? dayOf(value) : '';
  };
  return [
    { label: 'Start', value: day(taskStart) },
    { label: 'Due', value: day(taskDue) },
    { label: 'State', value: taskProperty(taskComplete) === true ? 'done' : '' },
  ];
}

function dayOf(value: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function span(start: string | undefined, end: string | undefined): string {
  const [from, to] = [momentOf(start), momentOf(end)];
  return to === '' ? from : `${from} to ${to}`;
}

function momentOf(value: string | undefined): string {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
