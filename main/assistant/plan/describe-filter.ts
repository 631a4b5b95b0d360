import { kindWords } from '#main/contract/document-words.ts';
import type { Filter } from '#main/contract/search.ts';
import { addDays, isoDay } from './calendar.ts';

function list(items: readonly string[], joint: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function dayInWords(iso: string): string {
  const day = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(day.getTime()) ? iso : dayFormat.format(day);
}

/** Whole years and months by their names, everything else by its first and last day. */
function periodInWords(after: string | undefined, before: string | undefined): string {
  if (after === undefined && before === undefined) return '';
  if (before === undefined) return `dated ${dayInWords(after ?? '')} or later`;
  const last = isoDay(addDays(new Date(`${before.slice(0, 10)}T00:00:00Z`), -1));
  if (after === undefined) return `dated ${dayInWords(last)} or earlier`;
  const start = new Date(`${after.slice(0, 10)}T00:00:00Z`);
  const end = new Date(`${before.slice(0, 10)}T00:00:00Z`);
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  const whole = start.getUTCDate() === 1 && end.getUTCDate() === 1;
  if (whole && months === 12 && start.getUTCMonth() === 0) return `dated ${start.getUTCFullYear()}`;
  if (whole && months === 1) return `dated ${monthFormat.format(start)}`;
  if (isoDay(addDays(start, 1)) === before.slice(0, 10)) return `dated ${dayInWords(after)}`;
  return `dated ${dayInWords(after)} to ${dayInWords(last)}`;
}

/** What a list or count took in, as a noun phrase: "mails from Anna Berger dated March 2025". */
export interface Condition {
  readonly filter: Filter;
  readonly endings: readonly string[];
  /** Words every counted document holds. */
  readonly topic: readonly string[];
  /** The name in the filter that was taken for the person who asks. */
  readonly you: string | null;
}

function attachmentInWords(has: boolean | undefined): string {
  if (has === undefined) return '';
  return has ? 'with an attachment' : 'without attachments';
}

/** A condition in words; `count` chooses between "mail" and "mails". */
export function describeCondition(condition: Condition, count: number): string {
  const { filter, endings, topic, you } = condition;
  const names = (given: readonly string[]): string =>
    list(
      given.map((name) => (name === you ? `${name} (taken to be you)` : name)),
      'or',
    );
  const plural = count === 1 ? 0 : 1;
  const kinds = (filter.kinds ?? []).map((kind) => kindWords[kind][plural]);
  const ending = list(
    endings.map((end) => end.slice(1).toUpperCase()),
    'or',
  );
  const nouns = kinds.length > 0 ? list(kinds, 'and') : ['file', 'mails, notes and documents'][plural];
  const parts = [
    ending === '' ? nouns : `${ending} ${nouns}`,
    filter.from === undefined ? '' : `from ${names(filter.from)}`,
    filter.to === undefined ? '' : `to ${names(filter.to)}`,
    filter.people === undefined ? '' : `with ${names(filter.people)} among the people`,
    attachmentInWords(filter.hasAttachment),
    periodInWords(filter.after, filter.before),
    filter.folder === undefined ? '' : `in the folder “${filter.folder}”`,
    topic.length === 0
      ? ''
      : `holding the word${topic.length === 1 ? '' : 's'} ${list(
          topic.map((word) => `“${word}”`),
          'and',
        )}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
