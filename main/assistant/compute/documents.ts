import type { DocumentSummary } from '#indexer/store/documents.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Filter, Order } from '#main/contract/search.ts';
import type { Understanding } from '../plan/plan-question.ts';
import type { Computation } from './computation.ts';
import { conditionInWords, itemLimit, itemOf, many, undatedSentence, wholeFilter } from './condition.ts';

/** Lines of a list that the answer itself spells out; all of them travel in `computed`. */
const listedLines = 10;
/** What a bare number cites: its first documents, to look at what was counted. */
const countedExamples = 3;

/**
 * Counts or lists documents by SQL alone: kind, people, dates, folder, tags, file ending, and words that every counted
 * document holds. Nothing here is estimated; what the filter cannot express is said.
 */
export function computeDocuments(understanding: Understanding, library: Library): Computation {
  const { plan, caveats } = understanding;
  const filter = wholeFilter(understanding);
  const count = library.documents.count(filter);
  const asked = plan.order === 'both' ? 2 : (plan.limit ?? null);
  const items = pick(library, filter, plan.order ?? 'newest', Math.min(asked ?? itemLimit, itemLimit), count);
  const listed = plan.intent !== 'count' && count > 0;
  const lines = listed ? Math.min(asked ?? listedLines, items.length) : countedExamples;
  const withSender =
    (asked !== null && asked <= 2 && filter.from === undefined) || filter.documents !== undefined;
  const words = conditionInWords(filter, understanding, count);
  const method = judgedBy(understanding, filter, library);
  return {
    computed: {
      ...{ count, filter: words, exactFilter: filter, items: items.map(itemOf) },
      ...(method === null ? {} : { method }),
    },
    statement: statementOf(understanding, {
      count,
      words,
      asked,
      listed,
      attached: attachedOf(library, filter),
    }),
    shown: items.slice(0, lines).map(({ documentId }) => ({ documentId, withSender: listed && withSender })),
    left: listed ? (asked === null ? count : Math.min(asked, count)) - lines : 0,
    caveats: [...caveats, ...undatedSentence(library, filter)],
    isEmpty: count === 0,
  };
}

/** What was exact and what was judged, where a quality was asked for that nothing in the index says; null for none. */
function judgedBy(
  understanding: Understanding,
  { words = [], ...filter }: Filter,
  library: Library,
): string | null {
  const { quality } = understanding;
  if (quality === undefined || !words.includes(quality)) return null;
  const others = words.filter((word) => word !== quality);
  const rest = others.length === 0 ? filter : { ...filter, words: others };
  const all = library.documents.count(rest);
  const of = conditionInWords(rest, understanding, all);
  return `Exact: ${shown(all)} ${of}. Which of them are “${quality}” cannot be computed: it was judged by that word alone, over all ${shown(all)}.`;
}

function pick(
  library: Library,
  filter: Filter,
  order: Order,
  limit: number,
  count: number,
): DocumentSummary[] {
  const { documents, groups } = library;
  switch (order) {
    case 'newest':
    case 'oldest':
      return documents.list(filter, order, limit);
    case 'both': {
      const first = documents.list(filter, 'oldest', 1);
      return count < 2 ? first : [...first, ...documents.list(filter, 'newest', 1)];
    }
    default: {
      const of = order === 'longest' || order === 'shortest' ? 'text' : 'file';
      const largest = order === 'longest' || order === 'largest';
      return groups
        .bySize(filter, of, largest ? 'largest' : 'smallest', limit)
        .flatMap(({ documentId }) => documents.summary(documentId) ?? []);
    }
  }
}

/** How many came attached to mails, so that the rest is what lies on the disk. */
function attachedOf(library: Library, filter: Filter): number {
  return library.documents.attached(filter).length;
}

interface Told {
  readonly count: number;
  readonly words: string;
  readonly asked: number | null;
  readonly listed: boolean;
  readonly attached: number;
}

function statementOf({ plan }: Understanding, { count, words, asked, listed, attached }: Told): string {
  if (count === 0) return `There are no ${words} in your library.`;
  const order = plan.order ?? 'newest';
  if (listed && order === 'both' && count > 1)
    return `The oldest and the newest of ${shown(count)} ${words}:`;
  if (listed && asked === 1 && count > 1) return `The ${order} of ${shown(count)} ${words}:`;
  if (listed && asked !== null && asked < count) return `The ${asked} ${order} of ${shown(count)} ${words}:`;
  const verb = count === 1 ? 'There is' : 'There are';
  return `${verb} ${shown(count)} ${words} in your library${attachedInWords(attached, count)}${listed ? ':' : '.'}`;
}

function shown(count: number): string {
  return count.toLocaleString('en');
}

/** A person who counts their files does not think of what lies inside their mails. */
function attachedInWords(attached: number, count: number): string {
  if (attached === 0) return '';
  if (count === 1) return ', attached to a mail';
  return `, ${attached === count ? 'all' : shown(attached)} of them attached to ${attached === 1 ? 'a mail' : 'mails'}`;
}

/** Attached files instead of the mails that carry them. */
export function computeAttachments(understanding: Understanding, library: Library): Computation {
  const { plan, caveats } = understanding;
  const { endings = [], ...filter } = wholeFilter(understanding);
  const attached = library.groups.attachments(filter, endings);
  const mails = [...new Set(attached.map(({ documentId }) => documentId))];
  const names =
    endings.length === 0 ? '' : `${endings.map((end) => end.slice(1).toUpperCase()).join(' or ')} `;
  const of = conditionInWords(filter, understanding, 2);
  const words = `${names}${attached.length === 1 ? 'attachment' : 'attachments'} of ${of}`;
  const count = attached.length;
  const verb = count === 1 ? 'There is' : 'There are';
  const statement =
    count === 0
      ? `There are no ${words} in your library.`
      : `${verb} ${shown(count)} ${words} in your library, on ${many(mails.length, 'mail')}${plan.intent === 'count' ? '.' : ':'}`;
  const listed = plan.intent === 'count' ? countedExamples : listedLines;
  const groups = attached.slice(0, itemLimit).map(({ name }) => ({ label: name, count: 1 }));
  return {
    computed: {
      ...{ count, filter: words, exactFilter: { ...filter, hasAttachment: true } },
      items: mails.slice(0, itemLimit).flatMap((id) => {
        const summary = library.documents.summary(id);
        return summary === undefined ? [] : [itemOf(summary)];
      }),
      counted: count === 1 ? 'attachment' : 'attachments',
      ...(plan.intent === 'count' ? {} : { groups: merged(groups) }),
    },
    ...{ statement, isEmpty: count === 0 },
    shown: mails.slice(0, listed).map((documentId) => ({ documentId })),
    left: plan.intent === 'count' ? 0 : Math.max(0, mails.length - listed),
    caveats: [...caveats, ...undatedSentence(library, filter)],
  };
}

function merged(groups: readonly { label: string; count: number }[]): { label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { label, count } of groups) counts.set(label, (counts.get(label) ?? 0) + count);
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** Mails that answer each other, counted as one. */
export function computeThreads(understanding: Understanding, library: Library): Computation {
  const filter = wholeFilter(understanding);
  const count = library.groups.threads(filter);
  const mails = library.documents.count(filter);
  const items = library.documents.list(filter, 'newest', itemLimit);
  const words = conditionInWords(filter, understanding, 2);
  return {
    computed: {
      ...{ count, filter: `conversations of ${words}`, exactFilter: filter, items: items.map(itemOf) },
      counted: count === 1 ? 'conversation' : 'conversations',
    },
    statement: `There ${count === 1 ? 'is' : 'are'} ${many(count, 'conversation')} of ${words} in your library: ${many(mails, 'mail')} that answer each other or stand alone.`,
    shown: items.slice(0, countedExamples).map(({ documentId }) => ({ documentId })),
    left: 0,
    caveats: [...understanding.caveats, ...undatedSentence(library, filter)],
    isEmpty: mails === 0,
  };
}
