import { queryTerms } from '#indexer/search/keyword/expression.ts';
import type { DocumentSummary } from '#indexer/store/documents.ts';
import type { Library } from '#indexer/store/library.ts';
import type { Computed } from '#main/contract/ask.ts';
import type { Filter } from '#main/contract/search.ts';
import { describeCondition } from '../plan/describe-filter.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { topicWords } from '../plan/topic.ts';

/** An exact count or list and what has to be said beside it. */
export interface Computation {
  readonly computed: Computed;
  /** How many of the count came attached to mails, so that the rest is what lies on the disk. */
  readonly attached: number;
  /** How many of the count were asked for ("the last 5"); null for all. */
  readonly asked: number | null;
  /** What the count could not take in, in sentences. */
  readonly caveats: readonly string[];
}

/** Items that travel with an answer; the rest is a search away. */
const itemLimit = 50;

/**
 * Counts or lists documents by SQL alone: kind, people, dates, folder, file ending, and words that every counted
 * document holds. Nothing here is estimated; what the filter cannot express is said.
 */
export function countAndList(understanding: Understanding, library: Library): Computation {
  const { plan, endings, selection, caveats, you } = understanding;
  const topic = topicWords(plan.query).map((word) => word.text);
  const matching = matcherOf(library, plan.filter, topic, endings);
  const count = matching.count();
  const limit = Math.min(selection.limit ?? itemLimit, itemLimit);
  const items = matching.list(selection.order, limit);
  return {
    computed: {
      count,
      filter: describeCondition({ filter: plan.filter, endings, topic, you }, count),
      exactFilter: plan.filter,
      items: items.map(({ documentId, title, path, date, people }) => ({
        documentId,
        title,
        path,
        date,
        people: [...new Set(people.map((person) => person.name || (person.address ?? '')))],
      })),
    },
    attached: matching.attached(),
    asked: selection.limit,
    caveats: [...caveats, ...undatedSentence(library, plan.filter, topic, endings)],
  };
}

interface Matcher {
  count(): number;
  attached(): number;
  list(order: 'newest' | 'oldest', limit: number): DocumentSummary[];
}

function matcherOf(
  library: Library,
  filter: Filter,
  topic: readonly string[],
  endings: readonly string[],
): Matcher {
  const { documents } = library;
  if (topic.length === 0 && endings.length === 0) {
    return {
      count: () => documents.count(filter),
      attached: () => documents.attached(filter).length,
      list: (order, limit) => documents.list(filter, order, limit),
    };
  }
  const holding = topic.length === 0 ? null : documentsHolding(library, filter, topic);
  const summaries = (
    holding === null
      ? documents.list(filter, 'newest', documents.count(filter))
      : [...holding].flatMap((id) => documents.summary(id) ?? [])
  ).filter(
    (summary) =>
      !summary.isQuotation &&
      (endings.length === 0 || endings.some((ending) => fileName(summary).endsWith(ending))),
  );
  const byDate = summaries.sort(
    (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.documentId - a.documentId,
  );
  return {
    count: () => byDate.length,
    attached: () => {
      const attached = new Set(documents.attached(filter));
      return byDate.filter(({ documentId }) => attached.has(documentId)).length;
    },
    list: (order, limit) => (order === 'newest' ? byDate : [...byDate].reverse()).slice(0, limit),
  };
}

/** The second attachment of one name in a mail is kept as "plan.pdf (2)". */
function fileName({ member, path }: DocumentSummary): string {
  return (member?.replace(/ \(\d+\)$/, '') ?? path).toLowerCase();
}

/** The documents within the filter whose title or text holds every word, in any inflection the full-text index knows. */
function documentsHolding(library: Library, filter: Filter, topic: readonly string[]): Set<number> {
  const sets = topic.map((word) => {
    const terms = queryTerms(word).map((term) => `"${term}"`);
    const expression = `{title text} : (${terms.join(' OR ')})`;
    return new Set(
      library.text
        .match(expression, filter, library.documents.totals().chunks)
        .map((match) => match.documentId),
    );
  });
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((id) => others.every((set) => set.has(id))));
}

/** A date range leaves out what has no date; that is said where it happens. */
function undatedSentence(
  library: Library,
  filter: Filter,
  topic: readonly string[],
  endings: readonly string[],
): string[] {
  const { after, before, ...rest } = filter;
  if (after === undefined && before === undefined) return [];
  const all = matcherOf(library, rest, topic, endings).count();
  const dated = matcherOf(library, { ...rest, after: '0001-01-01' }, topic, endings).count();
  const undated = all - dated;
  if (undated === 0) return [];
  return [
    `${undated} more ${undated === 1 ? 'has' : 'have'} no date and ${undated === 1 ? 'was' : 'were'} not counted.`,
  ];
}
