import type { DocumentSummary } from '#indexer/store/documents.ts';
import type { Library } from '#indexer/store/library.ts';
import type { ComputedItem } from '#main/contract/ask.ts';
import type { Filter } from '#main/contract/search.ts';
import { describeCondition } from '../plan/describe-filter.ts';
import type { Understanding } from '../plan/plan-question.ts';
import { topicWords } from '../plan/topic.ts';

/** Items that travel with an answer; the rest is a page of the list away. */
export const itemLimit = 50;

/** The plan's conditions as one filter: the words that are left of the question are conditions too. */
export function wholeFilter({ plan }: Understanding): Filter {
  const topic = topicWords(plan.query).map((word) => word.text);
  const words = [...(plan.filter.words ?? []), ...topic];
  return words.length === 0 ? plan.filter : { ...plan.filter, words: [...new Set(words)] };
}

export function conditionInWords(filter: Filter, { you }: Understanding, count: number): string {
  return describeCondition({ filter, you }, count);
}

export function itemOf({ documentId, title, path, date, people }: DocumentSummary): ComputedItem {
  const names = people.map((person) => person.name || (person.address ?? ''));
  return { documentId, title, path, date, people: [...new Set(names)] };
}

/** A date range leaves out what has no date; that is said where it happens. */
export function undatedSentence(library: Library, filter: Filter): string[] {
  const { after, before, weekdays, ...rest } = filter;
  if (after === undefined && before === undefined && weekdays === undefined) return [];
  const all = library.documents.count(rest);
  const undated = all - library.documents.count({ ...rest, after: '0001-01-01' });
  if (undated === 0) return [];
  return [
    `${undated} more ${undated === 1 ? 'has' : 'have'} no date and ${undated === 1 ? 'was' : 'were'} not counted.`,
  ];
}

/** “1 mail”, “3 mails”. */
export function many(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
