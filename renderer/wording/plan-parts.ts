import { amountInWords } from '#main/contract/amount-words.ts';
import { kindWords } from '#main/contract/document-words.ts';
import type { Filter, Measure, Plan } from '#main/contract/search.ts';
import { weekdaysInWords } from '#main/contract/weekday-words.ts';
import { dayOf } from './dates.ts';
import { folderEdit, groupEdit, kindEdit, listEdit, type PlanEdit, periodEdit } from './plan-edits.ts';

/** One condition of a plan in words, the plan as it would be without it, and how it can be another. */
export interface PlanPart {
  readonly words: string;
  readonly without: Plan;
  /** Absent where it can only go. */
  readonly edit?: PlanEdit;
}

/** The plan's conditions, each of which the person can take away. */
export function planParts(plan: Plan): readonly PlanPart[] {
  const parts: PlanPart[] = computedParts(plan);
  const say = (words: string, gone: readonly (keyof Filter)[], edit?: PlanEdit) => {
    const filter = Object.fromEntries(
      Object.entries(plan.filter).filter(([key]) => !gone.some((name) => name === key)),
    );
    const without = { ...plan, filter };
    parts.push(edit === undefined ? { words, without } : { words, without, edit });
  };
  const { kinds, endings, from, to, people, between, hasAttachment, after, before, folder, sourceId } =
    plan.filter;
  const { weekdays, tags, titled, words, phrases, without, documents } = plan.filter;
  const named = (list: readonly string[] | undefined, words: string): string =>
    `${words} ${list?.join(' or ')}`;
  const quoted = (list: readonly string[], joint: string): string =>
    list.map((word) => `“${word}”`).join(` ${joint} `);
  if (kinds?.length)
    say(`only ${kinds.map((kind) => kindWords[kind][1]).join(' and ')}`, ['kinds'], kindEdit(plan));
  if (endings?.length) say(endings.map((end) => end.slice(1).toUpperCase()).join(' or '), ['endings']);
  if (documents !== undefined) say('of those just shown', ['documents']);
  if (from?.length) say(named(from, 'from'), ['from'], listEdit(plan, 'from'));
  if (to?.length) say(named(to, 'to'), ['to'], listEdit(plan, 'to'));
  if (people?.length) say(named(people, 'with'), ['people'], listEdit(plan, 'people'));
  if (between?.length) say(`with ${between.join(' and ')}`, ['between'], listEdit(plan, 'between'));
  if (hasAttachment !== undefined)
    say(hasAttachment ? 'with an attachment' : 'without attachments', ['hasAttachment']);
  if (after !== undefined || before !== undefined)
    say(period(after, before), ['after', 'before'], periodEdit(plan));
  if (weekdays?.length) say(weekdaysInWords(weekdays), ['weekdays']);
  if (folder !== undefined) say(`in ${folder}`, ['folder'], folderEdit(plan));
  if (tags?.length) say(named(tags, 'tagged'), ['tags'], listEdit(plan, 'tags'));
  if (titled?.length) say(`“${titled[0]}” in the title`, ['titled']);
  if (words?.length) say(`with ${quoted(words, 'and')}`, ['words'], listEdit(plan, 'words'));
  if (phrases?.length) say(`with ${quoted(phrases, 'and')}`, ['phrases'], listEdit(plan, 'phrases'));
  if (without?.length) say(`without ${quoted(without, 'or')}`, ['without'], listEdit(plan, 'without'));
  if (sourceId !== undefined) say('in one source', ['sourceId']);
  return parts;
}

/** What is computed of the documents, beside the conditions on them. */
function computedParts(plan: Plan): PlanPart[] {
  const { by, measure, limit, order, ...rest } = plan;
  const parts: PlanPart[] = [];
  if (by !== undefined) {
    const without = measure === undefined ? rest : { ...rest, measure };
    parts.push({ words: `by ${by}`, without, edit: groupEdit(plan, by) });
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
