import { amountInWords } from '#main/contract/amount-words.ts';
import { kindWords } from '#main/contract/document-words.ts';
import type { Filter, GroupBy, Intent, Measure, Plan } from '#main/contract/search.ts';
import { dayOf } from './dates.ts';

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

/** One condition of a plan in words, and the plan as it would be without it. */
export interface PlanPart {
  readonly words: string;
  readonly without: Plan;
}

/** The plan's conditions, each of which the person can take away. */
export function planParts(plan: Plan): readonly PlanPart[] {
  const parts: PlanPart[] = computedParts(plan);
  const say = (words: string, ...gone: readonly (keyof Filter)[]) => {
    const filter = Object.fromEntries(
      Object.entries(plan.filter).filter(([key]) => !gone.some((name) => name === key)),
    );
    parts.push({ words, without: { ...plan, filter } });
  };
  const { kinds, endings, from, to, people, between, hasAttachment, after, before, folder, sourceId } =
    plan.filter;
  const { tags, titled, words, phrases, without, documents } = plan.filter;
  if (kinds?.length) say(`only ${kinds.map((kind) => kindWords[kind][1]).join(' and ')}`, 'kinds');
  if (endings?.length) say(endings.map((end) => end.slice(1).toUpperCase()).join(' or '), 'endings');
  if (documents !== undefined) say('of those just shown', 'documents');
  if (from?.length) say(`from ${from.join(' or ')}`, 'from');
  if (to?.length) say(`to ${to.join(' or ')}`, 'to');
  if (people?.length) say(`with ${people.join(' or ')}`, 'people');
  if (between?.length) say(`with ${between.join(' and ')}`, 'between');
  if (hasAttachment !== undefined)
    say(hasAttachment ? 'with an attachment' : 'without attachments', 'hasAttachment');
  if (after !== undefined || before !== undefined) say(period(after, before), 'after', 'before');
  if (folder !== undefined) say(`in ${folder}`, 'folder');
  if (tags?.length) say(`tagged ${tags.join(' or ')}`, 'tags');
  if (titled?.length) say(`“${titled[0]}” in the title`, 'titled');
  if (words?.length) say(`with ${words.map((word) => `“${word}”`).join(' and ')}`, 'words');
  if (phrases?.length) say(`with ${phrases.map((phrase) => `“${phrase}”`).join(' and ')}`, 'phrases');
  if (without?.length) say(`without ${without.map((word) => `“${word}”`).join(' or ')}`, 'without');
  if (sourceId !== undefined) say('in one source', 'sourceId');
  return parts;
}

/** What is computed of the documents, beside the conditions on them. */
function computedParts(plan: Plan): PlanPart[] {
  const { by, measure, limit, order, ...rest } = plan;
  const parts: PlanPart[] = [];
  if (by !== undefined) {
    const without = measure === undefined ? rest : { ...rest, measure };
    parts.push({ words: `by ${by}`, without });
  }
  if (measure !== undefined) parts.push({ words: measureInWords(measure), without: rest });
  return parts;
}

function measureInWords({ of, as, over, under, currency = '' }: Measure): string {
  const bounds = [
    over === undefined ? '' : ` over ${amountInWords(over, currency)}`,
    under === undefined ? '' : ` under ${amountInWords(under, currency)}`,
  ].join('');
  if (of === 'attachments' || of === 'people' || of === 'threads')
    return of === 'threads' ? 'conversations' : of;
  const what = of === 'amounts' ? 'amounts' : 'a table’s column';
  return as === 'list' || as === 'count' ? `${what}${bounds}` : `${as} of ${what}${bounds}`;
}

/** `before` is exclusive, so its last included day is shown. */
function period(after: string | undefined, before: string | undefined): string {
  const first = after === undefined ? '' : shownDay(after, 0);
  const last = before === undefined ? '' : shownDay(before, 1);
  if (first !== '' && last !== '') return first === last ? `on ${first}` : `${first} to ${last}`;
  return first === '' ? `until ${last}` : `since ${first}`;
}

function shownDay(iso: string, msEarlier: number): string {
  const local = iso.length === 10 ? new Date(`${iso}T00:00`) : new Date(iso);
  return Number.isNaN(local.getTime()) ? iso : dayOf(new Date(local.getTime() - msEarlier).toISOString());
}
