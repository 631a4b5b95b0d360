import type { Filter, Plan } from '#main/contract/search.ts';
import { contentWords, fold, foldInPlace, languageOf, type Word, words } from '../language/words.ts';
import { anotherPerson, carryFilter } from './carried-filter.ts';
import { type Directory, nameParts } from './directory.ts';
import { findPeople } from './people.ts';
import { isComputed, planQuestion, type Understanding } from './plan-question.ts';
import { filterOf, readWording } from './read-wording.ts';
import { sameYear } from './same-year.ts';
import { findPick, type Selection } from './selection.ts';
import { withoutSpans } from './span.ts';
import { topicText } from './topic.ts';

/** The last turn of the conversation a question goes on from. */
export interface PreviousTurn {
  readonly question: string;
  /** The question that the last one went on from, where it was a follow-up itself. */
  readonly opening?: string;
  readonly plan: Plan;
  /** Senders of what was cited, most cited first: whom "her" may mean where no name was asked for. */
  readonly people: readonly string[];
}

const lead =
  /^(?:ok(?:ay)?,?\s+)?(?:and|but|also|then|what about|how about|und|aber|was ist mit|y|pero|que hay de|et|mais|qu[’']en est-il d[e’'])(?!\p{L})\s*/u;
const closing = /(?:^|[,\s]+)(?:too|as well|also|auch|tambien|aussi|instead|then)\s*[?.!]*$/u;
const person =
  /(?<!\p{L})(?:her|him|she|he|them|they|ihr|ihm|ihn|sie|er|ihnen|ella|ellos?|ellas|elle|lui|ils|elles)(?!\p{L})/u;
const thing =
  /(?<!\p{L})(?:it|its|that|this|those|these|one|ones|there|es|das|davon|dazu|dort|diese[rsnm]?|eso|esto|ello|ese|esa|ca|cela|celui|celle|y)(?!\p{L})/u;
const ofThem =
  /(?<!\p{L})(?:of (?:them|these|those)|davon|de ell[oa]s|de estos|d[’']entre eux|parmi eux)(?!\p{L})/u;
const fromPerson =
  /(?<!\p{L})(?:from|by|von|de|par)\s+(?:her|him|them|ihr|ihm|ihnen|ella|ellos?|elle|lui|eux)(?!\p{L})/u;

/** Whether a question goes on from the one before it, by its wording alone. */
export function goesOn(question: string): boolean {
  return (
    isFollowUp(foldInPlace(question.trim()), contentWords(question).length) || findPick(question) !== null
  );
}

/** Whether a question only makes sense after the one before it. */
function isFollowUp(folded: string, contentCount: number): boolean {
  if (lead.test(folded) || ofThem.test(folded) || fromPerson.test(folded)) return true;
  if (closing.test(folded) && contentCount <= 3) return true;
  return (person.test(folded) || thing.test(folded)) && contentCount <= 3;
}

/** The one person the turn before was about: a condition, else a name in its query, else the sender of what it cited. */
function personBefore(previous: PreviousTurn, directory: Directory): readonly string[] {
  const conditions = previous.plan.filter.from ?? previous.plan.filter.to ?? previous.plan.filter.people;
  if (conditions !== undefined) return conditions;
  const found = readWording(previous.question, directory, new Date()).people.at(-1);
  return found?.names ?? previous.people.slice(0, 1);
}

function mergedQuery(previous: string, own: string): string {
  const known = new Set(words(own).map((word) => word.stem));
  const added = contentWords(previous).filter((word) => !known.has(word.stem));
  return [own, ...added.map((word) => word.text)].filter((part) => part !== '').join(' ');
}

/** Pronouns and the like say nothing once resolved. */
function ownWords(rest: string): string {
  const folded = foldInPlace(rest);
  const opening = lead.exec(folded)?.[0].length ?? 0;
  const end = closing.exec(folded)?.index ?? rest.length;
  return withoutSpans(rest, [
    { start: 0, end: opening },
    { start: end, end: rest.length },
  ]);
}

/**
 * Plans a question in its conversation. One that stands alone is planned alone; a follow-up ("and in March?",
 * "from her too", "how much was it?") takes over what it leaves out from the turn before.
 */
export function planFollowUp(
  asked: string,
  previous: PreviousTurn | null,
  directory: Directory,
  now: Date,
): Understanding {
  const itself = planQuestion(asked, directory, now);
  if (previous === null || itself.plan.intent === 'talk') return itself;
  const pick = wasListed(previous) ? findPick(asked) : null;
  if (pick !== null) return picked(itself, pick, previous, directory);
  const question = sameYear(asked, previous.plan.filter, now);
  const found = readWording(question, directory, now);
  const alone = question === asked ? itself : planQuestion(question, directory, now);
  const own = ownWords(alone.plan.query);
  const content = contentWords(own, languageOf(question)).filter(
    (word) => !person.test(fold(word.text)) && !thing.test(fold(word.text)),
  );
  const folded = foldInPlace(question.trim());
  if (!isFollowUp(folded, content.length)) return itself;
  const onlyNames =
    content.length > 0 && content.every((word) => found.people.some((p) => namesHold(p.names, word)));
  if (content.length > 0 && !onlyNames && !ofThem.test(folded)) {
    return continued(folded, alone, own, previous, directory);
  }
  const filter = {
    ...filterOf(found, question, wasListed(previous)),
    ...senderBefore(folded, previous, directory),
  };
  const other = onlyNames ? anotherPerson(found.people, previous.plan.filter, directory) : null;
  const name = onlyNames && other === null ? own : '';
  return elliptical(question, alone, previous, { ...filter, ...other }, name, directory);
}

/** "From her too": whom the turn before was about, as a condition. */
function senderBefore(folded: string, previous: PreviousTurn, directory: Directory): Pick<Filter, 'from'> {
  const people = fromPerson.test(folded) ? personBefore(previous, directory) : [];
  return people.length > 0 ? { from: [...people] } : {};
}

/** A question of its own about what the turn before spoke of: "and how much does it cost?". */
function continued(
  folded: string,
  alone: Understanding,
  own: string,
  previous: PreviousTurn,
  directory: Directory,
): Understanding {
  const pronoun = person.test(folded) && !fromPerson.test(folded);
  const named = pronoun ? personBefore(previous, directory) : [];
  const carried = lead.test(folded) || thing.test(folded) ? previous.plan.query : '';
  const query = mergedQuery([...named, carried].join(' '), own);
  const filter = { ...alone.plan.filter, ...senderBefore(folded, previous, directory) };
  return { ...alone, plan: { ...alone.plan, query, filter }, standalone: query };
}

function openingOf({ question, opening, plan }: PreviousTurn): { question: string; plan: Plan } {
  return { question: opening ?? question, plan };
}

function wasListed({ plan }: PreviousTurn): boolean {
  return isComputed(plan);
}

/** "What was the last one about?" after a count or list: one of these documents, by the same conditions. */
function picked(
  itself: Understanding,
  selection: Selection,
  previous: PreviousTurn,
  directory: Directory,
): Understanding {
  const { filter: _, ...said } = carryFilter(openingOf(previous), '', {}, directory);
  return {
    ...itself,
    ...said,
    plan: { ...previous.plan, intent: 'ends', order: selection.order, limit: 1 },
  };
}

function namesHold(names: readonly string[], word: Word): boolean {
  return names.some((name) => nameParts(name).includes(word.folded));
}

/** A question that is only a new condition or another name: the earlier question asked again with it. */
function elliptical(
  question: string,
  alone: Understanding,
  previous: PreviousTurn,
  filter: Filter,
  newName: string,
  directory: Directory,
): Understanding {
  const folded = foldInPlace(question.trim());
  const counts = alone.plan.intent === 'count' || /(?:how many|wie viele|cuantos|combien)/.test(folded);
  const picks = ofThem.test(folded);
  const topic = picks ? topicText(withoutPronouns(alone.plan.query)) : '';
  const intent = counts ? 'count' : picks ? 'list' : previous.plan.intent;
  const base = newName === '' ? previous.plan.query : withoutNames(previous.plan.query, directory);
  const { filter: asked, ...said } = carryFilter(openingOf(previous), question, filter, directory);
  const query = [base, newName.replace(/[?.!]+$/, ''), topic].filter((part) => part !== '').join(' ');
  return {
    ...alone,
    ...said,
    plan: { query, intent, filter: asked },
    standalone: [base, ownWords(question)].filter((part) => part !== '').join(' '),
  };
}

function withoutPronouns(text: string): string {
  const match = ofThem.exec(foldInPlace(text));
  return match === null
    ? text
    : withoutSpans(text, [{ start: match.index, end: match.index + match[0].length }]);
}

function withoutNames(query: string, directory: Directory): string {
  return withoutSpans(query, findPeople(query, languageOf(query), directory, false));
}
