import { kindWords } from '#main/contract/document-words.ts';
import type { Filter, Intent, Plan } from '#main/contract/search.ts';
import { dayOf } from './dates.ts';

export const intentWords: Readonly<Record<Intent, string>> = {
  find: 'Finding',
  fact: 'Looking it up',
  count: 'Counting',
  list: 'Listing',
  compare: 'Comparing',
  summarise: 'Summarising',
  talk: 'Talking',
};

/** One condition of a plan in words, and the plan as it would be without it. */
export interface PlanPart {
  readonly words: string;
  readonly without: Plan;
}

/** The plan's conditions, each of which the person can take away. */
export function planParts(plan: Plan): readonly PlanPart[] {
  const parts: PlanPart[] = [];
  const say = (words: string, ...gone: readonly (keyof Filter)[]) => {
    const filter = Object.fromEntries(
      Object.entries(plan.filter).filter(([key]) => !gone.some((name) => name === key)),
    );
    parts.push({ words, without: { ...plan, filter } });
  };
  const { kinds, from, to, people, hasAttachment, after, before, folder, sourceId } = plan.filter;
  if (kinds?.length) say(`only ${kinds.map((kind) => kindWords[kind][1]).join(' and ')}`, 'kinds');
  if (from?.length) say(`from ${from.join(' or ')}`, 'from');
  if (to?.length) say(`to ${to.join(' or ')}`, 'to');
  if (people?.length) say(`with ${people.join(' or ')}`, 'people');
  if (hasAttachment !== undefined)
    say(hasAttachment ? 'with an attachment' : 'without attachments', 'hasAttachment');
  if (after !== undefined || before !== undefined) say(period(after, before), 'after', 'before');
  if (folder !== undefined) say(`in ${folder}`, 'folder');
  if (sourceId !== undefined) say('in one source', 'sourceId');
  return parts;
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
