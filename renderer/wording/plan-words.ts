import type { GroupBy, Intent } from '#main/contract/search.ts';

export const intentWords: Readonly<Record<Intent, string>> = {
  find: 'Finding',
  fact: 'Looking it up',
  who: 'Looking up who',
  when: 'Looking up when',
  count: 'Counting',
  list: 'Listing',
  ends: 'First or last',
  timeline: 'In order of time',
  compare: 'Comparing',
  summarise: 'Summarising',
  reckon: 'Calculating',
  talk: 'Talking',
};

/** What documents are put together by, as the head of a column. */
export const groupWords: Readonly<Record<GroupBy, string>> = {
  day: 'Day',
  week: 'Week',
  weekday: 'Day of the week',
  month: 'Month',
  year: 'Year',
  sender: 'From',
  recipient: 'To',
  person: 'Person',
  folder: 'Folder',
  tag: 'Tag',
  kind: 'Kind',
  ending: 'Type of file',
};
