import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readDocuments } from '../read-documents.ts';

const read = (lines: readonly string[], limits = defaultLimits) => {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
  return readDocuments(new TextEncoder().encode(text), { name: 'a.ics', modifiedMs: 0 }, limits);
};
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'SUMMARY:Tea', ...lines, 'END:VEVENT'];
const repetition = async (start: string, rule: string) => {
  const { documents } = await read(event(`DTSTART${start}`, `RRULE:${rule}`));
  return /^Repeats: (.*)$/m.exec(documents[0]?.text ?? '')?.[1];
};

describe('repetitions in words', () => {
  it.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks on Thursday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=6', 'every week on Monday, Wednesday and Friday, 6 times'],
    ['FREQ=WEEKLY;BYDAY=MO;UNTIL=20260331', 'every week on Monday until 31 March 2026'],
    ['FREQ=MONTHLY', 'every month on day 5'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'every month on the second Tuesday'],
    ['FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1', 'every month on the last of Monday or Tuesday'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
    ['FREQ=YEARLY', 'every year on 5 March'],
    ['FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'every year on the last Sunday in October'],
    ['FREQ=SECONDLY;BYSECOND=0,1,2;UNTIL=99991231T235959Z', 'every second until 31 December 9999'],
  ])('%s', async (rule, words) => {
    expect(await repetition(';VALUE=DATE:20260305', rule)).toBe(words);
  });

  it('end on the day that the zone of the start shows', async () => {
    expect(await repetition(';TZID=Asia/Tokyo:20260305T090000', 'FREQ=DAILY;UNTIL=20260331T180000Z')).toBe(
      'every day until 1 April 2026',
    );
  });
});

describe('times', () => {
  it.each([
    [':20260704T090000Z', '2026-07-04T09:00:00.000Z'],
    [';TZID=Europe/Berlin:20260704T090000', '2026-07-04T07:00:00.000Z'],
    [';TZID=/example.org/1/Europe/Berlin:20260104T090000', '2026-01-04T08:00:00.000Z'],
    [';TZID=Nowhere:20260704T090000', '2026-07-04T09:00:00.000Z'],
    [';VALUE=DATE:20260704', '2026-07-04T00:00:00.000Z'],
  ])('%s is a moment in UTC', async (start, date) => {
    const { documents } = await read(event(`DTSTART${start}`));
    expect(documents[0]?.date).toBe(date);
  });

  it('are not taken from a zone that changes each second', async () => {
    const rule = 'RRULE:FREQ=SECONDLY';
    const offsets = ['DTSTART:19700101T000000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', rule];
    const zone = ['BEGIN:STANDARD', ...offsets, 'END:STANDARD'];
    const lines = ['BEGIN:VTIMEZONE', 'TZID:Bomb', ...zone, 'END:VTIMEZONE'];
    const { documents } = await read([...lines, ...event('DTSTART;TZID=Bomb:20260704T090000')]);
    expect(documents[0]?.date).toBe('2026-07-04T09:00:00.000Z');
  });

  it('have no end where the length is no length', async () => {
    const { documents } = await read(event('DTSTART:20260704T090000Z', 'DURATION:P999999999W'));
    expect(documents[0]?.text).toContain('When: Saturday, 4 July 2026, 09:00 (UTC)');
  });
});

describe('damaged calendars', () => {
  it('lose a broken line and a broken entry, nothing more', async () => {
    const reading = await read([
      'BEGIN:VEVENT',
      'SUMMARY:First',
      'no colon at all',
      'DTSTART;TZID="unclosed:2026',
      ...event('DTSTART:20260704'),
    ]);
    expect(reading).toMatchObject({ state: 'partly', reason: 'corrupt', detail: 'entry 1' });
    expect(reading.documents.map(({ title }) => title)).toEqual(['First', 'Tea']);
  });

  it('are no calendars where nothing in them is one', async () => {
    const bytes = new TextEncoder().encode('Only words.');
    const reading = await readDocuments(bytes, { name: 'a.ics', modifiedMs: 0 }, defaultLimits);
    expect(reading).toMatchObject({ state: 'failed', reason: 'mislabelled' });
  });

  it('keep to the limit of one file’s text', async () => {
    const limits = { ...defaultLimits, textChars: 500 };
    const reading = await read(Array.from({ length: 100 }, () => event('LOCATION:Kitchen')).flat(), limits);
    expect(reading).toMatchObject({ state: 'partly', reason: 'truncated-text' });
    expect(reading.documents.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(500);
  });
});
