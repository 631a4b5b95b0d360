import type { Filter, Intent, Plan } from '#main/contract/search.ts';
import { foldInPlace, languageOf } from '../language/words.ts';
import { findAsker, withAsker } from './asker.ts';
import { type FoundAttachment, findAttachment } from './attachments.ts';
import type { Directory } from './directory.ts';
import { findFolder } from './folders.ts';
import { asksHowMany, asksHowOften, findIntent } from './intent.ts';
import { endingsOf, type FoundKind, findKinds } from './kinds.ts';
import { type FoundPerson, findPeople } from './people.ts';
import { type FoundPeriod, findPeriods } from './periods.ts';
import { type Span, withoutSpans } from './span.ts';
import { asksLastTime, findSelection, type Selection, topicText } from './topic.ts';

/** A question as understood: the plan that is shown and runs, and what only this question's wording says. */
export interface Understanding {
  readonly plan: Plan;
  /** The question standing alone with its conditions as words: what is searched where the filter finds nothing. */
  readonly standalone: string;
  /** Conditions that the filter cannot express, in sentences. */
  readonly caveats: readonly string[];
  /** Whom the filter takes for the person who asks; null where it names nobody as such. */
  readonly you: string | null;
  /** File endings that narrow the kind ("PDFs"); empty for any. */
  readonly endings: readonly string[];
  readonly selection: Selection;
  /** "How many …": counted or read from the text, never generated. */
  readonly howMany: boolean;
}

export interface Findings {
  readonly periods: readonly FoundPeriod[];
  readonly kinds: readonly FoundKind[];
  readonly people: readonly FoundPerson[];
  readonly folder: (Span & { readonly folder: string }) | null;
  readonly attachment: FoundAttachment | null;
  readonly intent: Intent;
}

/** What the rules find in a question's wording, each with the stretch it was read from. */
export function readWording(question: string, directory: Directory, now: Date): Findings {
  const language = languageOf(question);
  const named = findKinds(question);
  const attachment = findAttachment(question, named);
  // The files of "with attached files" are no kind.
  const kinds = named.filter(
    ({ start, end }) => !(attachment && start < attachment.end && end > attachment.start),
  );
  const intent = findIntent(question, kinds);
  const listing = intent === 'list' || intent === 'count' || asksLastTime(question);
  const people = findPeople(question, language, directory, listing);
  const dates =
    listing || kinds.some((kind) => kind.condition) || people.some((person) => person.relation !== 'mention');
  return {
    periods: findPeriods(question, language, now, dates),
    kinds,
    people,
    folder: findFolder(question, directory),
    attachment,
    intent,
  };
}

export function filterOf(found: Findings, question: string): Filter {
  const from = namesOf(found.people, ['from']);
  const to = namesOf(found.people, ['to']);
  const people = namesOf(found.people, ['with']);
  const kinds = kindsOf(found, question);
  const period = found.periods.find((candidate) => candidate.condition);
  return {
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(from.length > 0 ? { from } : {}),
    ...(to.length > 0 ? { to } : {}),
    ...(people.length > 0 ? { people } : {}),
    ...(found.attachment === null ? {} : { hasAttachment: found.attachment.wanted }),
    ...(period?.after == null ? {} : { after: period.after }),
    ...(period?.before == null ? {} : { before: period.before }),
    ...(found.folder === null ? {} : { folder: found.folder.folder }),
  };
}

function namesOf(people: readonly FoundPerson[], relations: readonly FoundPerson['relation'][]): string[] {
  return [...new Set(people.filter((person) => relations.includes(person.relation)).flatMap((p) => p.names))];
}

function kindsOf(found: Findings, question: string): NonNullable<Filter['kinds']> {
  const named = found.kinds.filter((kind) => kind.condition);
  // "mails and files": one word without a kind takes every kind in.
  if (named.some((kind) => kind.kinds.length === 0)) return [];
  const kinds = [...new Set(named.flatMap((kind) => kind.kinds))];
  const ofMails = asksHowOften(foldInPlace(question)) || asksLastTime(question);
  return kinds.length === 0 && ofMails ? ['mail', 'message'] : kinds;
}

/** The stretches that became the filter and so leave the query. */
function filterSpans(found: Findings): Span[] {
  return [
    ...found.periods.filter((period) => period.condition),
    ...found.people.filter((person) => person.relation !== 'mention'),
    ...(found.folder === null ? [] : [found.folder]),
    ...(found.attachment === null ? [] : [found.attachment]),
  ];
}

/**
 * Plans a question by rules and the library's directory alone.
 * A person or a date becomes a condition only where the wording says so ("from Anna", "in March 2025");
 * otherwise it stays in the query and counts as any other word ("the 2019 roof").
 */
export function planQuestion(question: string, directory: Directory, now: Date): Understanding {
  const found = readWording(question, directory, now);
  const selection = findSelection(question);
  const named = filterOf(found, question);
  const intent = settleIntent(found, named, selection.span, question);
  const listing = intent === 'list' || intent === 'count';
  const { filter, caveats, you } = withAsker(named, listing ? findAsker(question) : [], directory);
  const spans = [...filterSpans(found), ...(listing && selection.span !== null ? [selection.span] : [])];
  const rest = withoutSpans(question, spans);
  return {
    plan: {
      query: listing ? topicText(rest) : rest,
      intent,
      filter,
    },
    standalone: question,
    caveats,
    you,
    endings: endingsOf(found.kinds),
    selection: { order: selection.order, limit: listing ? limitOf(found, selection) : null },
    howMany: asksHowMany(question),
  };
}

/**
 * Conditions and nothing else ("what did I get from Graham in May?", "what was the last mail from Graham about?") ask
 * for the documents themselves.
 */
function settleIntent(found: Findings, filter: Filter, selects: Span | null, question: string): Intent {
  const { intent } = found;
  if (intent !== 'fact' && intent !== 'find' && (intent !== 'summarise' || selects === null)) return intent;
  const spans = [...filterSpans(found), ...(selects === null ? [] : [selects])];
  const bare = topicText(withoutSpans(question, spans)) === '';
  const conditions = Object.keys(filter).length > (filter.kinds === undefined ? 0 : 1);
  return bare && (conditions || (selects !== null && filter.kinds !== undefined)) ? 'list' : intent;
}

/** "My latest mail" is one. */
function limitOf(found: Findings, selection: Selection & { readonly span: Span | null }): number | null {
  const singular = found.kinds.some((kind) => kind.condition && !kind.plural);
  return selection.limit ?? (singular && selection.span !== null ? 1 : null);
}
