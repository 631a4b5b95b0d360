import type { Library } from '#indexer/store/library.ts';
import type { ComputedGroup } from '#main/contract/ask.ts';
import { documentKind } from '#main/contract/document.ts';
import { kindWords } from '#main/contract/document-words.ts';
import type { Filter, GroupBy } from '#main/contract/search.ts';
import { weekdayNames } from '#main/contract/weekday-words.ts';
import type { Understanding } from '../plan/plan-question.ts';
import type { Computation } from './computation.ts';
import { conditionInWords, itemLimit, itemOf, many, undatedSentence, wholeFilter } from './condition.ts';

/** Groups that the sentence itself spells out; all of them travel in `computed`. */
const saidGroups = 12;
/** Groups that travel with an answer. */
const mostGroups = 400;
const countedExamples = 3;

const nounOf: Readonly<Record<GroupBy, readonly [one: string, several: string]>> = {
  day: ['day', 'days'],
  week: ['week', 'weeks'],
  weekday: ['day of the week', 'days of the week'],
  month: ['month', 'months'],
  year: ['year', 'years'],
  sender: ['sender', 'senders'],
  recipient: ['recipient', 'recipients'],
  person: ['person', 'people'],
  folder: ['folder', 'folders'],
  tag: ['tag', 'tags'],
  kind: ['kind', 'kinds'],
  ending: ['type of file', 'types of file'],
};

/** Documents put together by month, sender, folder and their like, each group counted by SQL. */
export function computeGroups(understanding: Understanding, library: Library, by: GroupBy): Computation {
  const { plan, you } = understanding;
  const { kinds, ...others } = wholeFilter(understanding);
  // “Documents of each kind” are not those of one.
  const filter = by === 'kind' || kinds === undefined ? others : { ...others, kinds };
  const total = library.documents.count(filter);
  const all = ordered(library.groups.groups(filter, by), plan.order);
  const groups = all.map(({ label, count }) => ({ label: labelInWords(label, by, filter), count }));
  const words = conditionInWords(filter, understanding, total);
  const items = library.documents.list(filter, 'newest', itemLimit);
  const grouped = groups.reduce((sum, { count }) => sum + count, 0);
  return {
    computed: {
      ...{ count: total, filter: words, exactFilter: filter, items: items.map(itemOf) },
      ...{ groups: groups.slice(0, mostGroups), groupedBy: by },
    },
    statement: statementOf(understanding, by, groups, words, total),
    shown: [],
    left: 0,
    caveats: [
      ...understanding.caveats,
      ...undatedSentence(library, filter),
      ...withoutAny(by, total, grouped),
      ...ownSentence(by, groups, you, plan.order),
    ],
    isEmpty: total === 0,
  };
}

function ordered(groups: readonly ComputedGroup[], order: string | undefined): readonly ComputedGroup[] {
  if (order === 'largest') return groups.toSorted((a, b) => b.count - a.count);
  if (order === 'smallest') return groups.toSorted((a, b) => a.count - b.count);
  return groups;
}

function statementOf(
  { plan }: Understanding,
  by: GroupBy,
  groups: readonly ComputedGroup[],
  words: string,
  total: number,
): string {
  if (total === 0) return `There are no ${words} in your library.`;
  const [one, several] = nounOf[by];
  const said = (list: readonly ComputedGroup[]): string =>
    list.map(({ label, count }) => `${label} ${count.toLocaleString('en')}`).join(', ');
  const all = `of ${total.toLocaleString('en')} ${words} in your library`;
  const best = groups[0];
  if ((plan.order === 'largest' || plan.order === 'smallest') && best !== undefined) {
    const most = plan.order === 'largest' ? 'most' : 'fewest';
    const limit = plan.limit ?? saidGroups;
    const ties = groups.filter(({ count }) => count === best.count);
    const top = limit === 1 ? ties : groups.slice(0, limit);
    const next = groups.slice(top.length, top.length + 4);
    const rest = limit === 1 && next.length > 0 ? ` Next: ${said(next)}.` : '';
    return `The ${many(top.length, one, several).replace(/^1 /, '')} with ${most} ${all}: ${said(top)}.${rest}`;
  }
  const more = groups.length - saidGroups;
  const shown = said(groups.slice(0, saidGroups));
  return `There ${total === 1 ? 'is' : 'are'} ${total.toLocaleString('en')} ${words} in your library. By ${one}: ${shown}${more > 0 ? `, and ${many(more, one, several)} more` : ''}.`;
}

function withoutAny(by: GroupBy, total: number, grouped: number): string[] {
  if (by === 'tag' || by === 'person' || by === 'recipient' || by === 'sender') return [];
  const left = total - grouped;
  if (left <= 0) return [];
  const [one] = nounOf[by];
  const what = ['day', 'week', 'weekday', 'month', 'year'].includes(by) ? 'date' : one;
  return [
    `${left.toLocaleString('en')} of them ${left === 1 ? 'has' : 'have'} no ${what} and ${left === 1 ? 'is' : 'are'} in none of these.`,
  ];
}

/** Who asks leads most lists of senders, and is hardly whom they mean. */
function ownSentence(
  by: GroupBy,
  groups: readonly ComputedGroup[],
  you: string | null,
  order: string | undefined,
): string[] {
  const [first, second] = groups;
  if (order !== 'largest' || by === 'month' || you === null || first?.label !== you || second === undefined)
    return [];
  return [`${first.label} is taken to be you; after you comes ${second.label} with ${second.count}.`];
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

function labelInWords(label: string, by: GroupBy, filter: Filter): string {
  if (by === 'month') return monthFormat.format(new Date(`${label}-01T00:00:00Z`));
  if (by === 'weekday') return weekdayNames[Number(label) - 1] ?? label;
  if (by === 'week') return label.replace('-W', ', week ');
  if (by === 'ending') return label.slice(1).toUpperCase();
  if (by === 'kind') {
    const kind = documentKind.safeParse(label);
    return kind.success ? kindWords[kind.data][1] : label;
  }
  return by === 'folder' && filter.folder === undefined ? shortPath(label) : label;
}

/** The last two parts of a path tell a folder from others. */
function shortPath(path: string): string {
  return path
    .split(/[/\\]/)
    .filter((part) => part !== '')
    .slice(-2)
    .join('/');
}

/** Humans who sent something within the conditions, each once. */
export function computePeople(understanding: Understanding, library: Library): Computation {
  const filter = wholeFilter(understanding);
  const isTo = understanding.plan.by === 'recipient';
  const groups = library.groups.people(filter, isTo ? 'recipient' : 'sender');
  const verb = isTo ? 'were sent' : 'sent';
  const total = library.documents.count(filter);
  const words = conditionInWords(filter, understanding, 2);
  const count = groups.length;
  const items = library.documents.list(filter, 'newest', itemLimit);
  const named = groups.slice(0, saidGroups).map(({ label, count: of }) => `${label} ${of}`);
  const more = count - named.length;
  return {
    computed: {
      ...{ count, filter: `people who ${verb} ${words}`, exactFilter: filter, items: items.map(itemOf) },
      ...{
        counted: count === 1 ? 'person' : 'people',
        groups: groups.slice(0, mostGroups),
        groupedBy: isTo ? ('recipient' as const) : ('sender' as const),
      },
    },
    statement:
      count === 0
        ? `Nobody ${isTo ? 'was sent' : 'sent'} ${words}.`
        : `${many(count, 'person', 'people')} ${count === 1 && isTo ? 'was sent' : verb} ${words}: ${named.join(', ')}${more > 0 ? `, and ${many(more, 'other')}` : ''}.`,
    shown: items.slice(0, countedExamples).map(({ documentId }) => ({ documentId })),
    left: 0,
    caveats: [...understanding.caveats, ...undatedSentence(library, filter)],
    isEmpty: total === 0,
  };
}
