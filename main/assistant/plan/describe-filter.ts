import { kindWords } from '#main/contract/document-words.ts';
import type { Filter } from '#main/contract/search.ts';
import { weekdaysInWords } from '#main/contract/weekday-words.ts';
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
export function periodInWords(after: string | undefined, before: string | undefined): string {
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

function dateInWords({ after, before, weekdays: days = [] }: Filter): string {
  const period = periodInWords(after, before);
  if (days.length === 0) return period;
  return `${period === '' ? 'dated' : `${period},`} ${weekdaysInWords(days)}`;
}

/** What a list or count took in, as a noun phrase: "mails from Anna Berger dated March 2025". */
export interface Condition {
  readonly filter: Filter;
  /** The name in the filter that was taken for the person who asks. */
  readonly you: string | null;
}

/** A condition in words; `count` chooses between "mail" and "mails". */
export function describeCondition({ filter, you }: Condition, count: number): string {
  const names = (given: readonly string[], joint = 'or'): string =>
    list(
      given.map((name) => (name === you ? `${name} (taken to be you)` : name)),
      joint,
    );
  const quoted = (given: readonly string[], joint: string): string =>
    list(
      given.map((word) => `“${word}”`),
      joint,
    );
  const say = (given: readonly string[] | undefined, words: (given: readonly string[]) => string): string =>
    given === undefined || given.length === 0 ? '' : words(given);
  const parts = [
    nounsOf(filter, count),
    say(filter.from, (given) => `from ${names(given)}`),
    say(filter.to, (given) => `to ${names(given)}`),
    say(filter.people, (given) => `with ${names(given)} among the people`),
    say(filter.between, (given) => `with ${names(given, 'and')} among the people`),
    attachmentInWords(filter.hasAttachment),
    dateInWords(filter),
    filter.folder === undefined ? '' : `in the folder “${filter.folder}”`,
    say(filter.tags, (given) => `tagged ${quoted(given, 'or')}`),
    say(filter.titled, (given) => `with ${titleInWords(given)} in the title or the file’s name`),
    say(filter.words, (given) => `holding the word${given.length === 1 ? '' : 's'} ${quoted(given, 'and')}`),
    say(filter.phrases, (given) => `in which ${quoted(given, 'and')} stands`),
    say(filter.without, (given) => `without ${quoted(given, 'or')}`),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Of many words for one thing the first: the others are those of other languages. */
function titleInWords(given: readonly string[]): string {
  const [first = ''] = given;
  return given.length > 3
    ? `“${first}” or a word like it`
    : list(
        given.map((word) => `“${word}”`),
        'or',
      );
}

/** “PDF documents”, “mails and notes”; everything where no kind is asked for. */
function nounsOf({ kinds = [], endings = [], documents }: Filter, count: number): string {
  const plural = count === 1 ? 0 : 1;
  const named = kinds.map((kind) => kindWords[kind][plural]);
  const nouns =
    named.length > 0
      ? list(named, 'and')
      : (['file', endings.length > 0 ? 'files' : 'mails, notes and documents'][plural] ?? '');
  const of = documents === undefined ? '' : ' of those spoken of before';
  const ending = list(
    endings.map((end) => end.slice(1).toUpperCase()),
    'or',
  );
  return `${ending === '' ? nouns : `${ending} ${nouns}`}${of}`;
}

function attachmentInWords(has: boolean | undefined): string {
  if (has === undefined) return '';
  return has ? 'with an attachment' : 'without attachments';
}
