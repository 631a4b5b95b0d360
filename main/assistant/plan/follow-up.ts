import type { Filter, Plan } from '#main/contract/search.ts';
import { contentWords, fold, foldInPlace, languageOf, type Word, words } from '../language/words.ts';
import { askingPrice, withoutDegree } from './asking-words.ts';
import { carryFilter } from './carried-filter.ts';
import type { Directory } from './directory.ts';
import { asksHowMany } from './intent.ts';
import { narrowed } from './narrow.ts';
import { findPeople } from './people.ts';
import { isComputed, planQuestion, type Understanding } from './plan-question.ts';
import type { PreviousTurn } from './previous-turn.ts';
import { readWording } from './read-wording.ts';
import {
  findOrdinal,
  isPronoun,
  namesThing,
  type Opened,
  ofThemSpan,
  opensShown,
  withoutOpening,
  withoutShowing,
  withPersonNamed,
} from './references.ts';
import { sameYear } from './same-year.ts';
import { findPick, type Selection } from './selection.ts';
import { type Span, withoutSpans } from './span.ts';
import { substituted } from './substitute.ts';
import { topicText } from './topic.ts';

/** Content words up to which a question without a name of its own may go on from the one before. */
const fewWords = 3;

/** Whether a question goes on from the one before it, by its wording alone. */
export function goesOn(question: string): boolean {
  return isFollowUp(question, withoutOpening(question)) || findPick(question) !== null;
}

/** Whether a question only makes sense after the one before it. */
function isFollowUp(question: string, opened: Opened): boolean {
  if (opened.opens || opened.narrows || ofThemSpan(question) !== null) return true;
  const content = ownContent(question);
  return isPronoun(foldInPlace(question)) && content.length <= fewWords;
}

/** The words that carry a question's topic, pronouns aside. */
function ownContent(question: string): Word[] {
  return contentWords(question, languageOf(question)).filter((word) => !isPronoun(fold(word.text)));
}

/** Whatever was asked before, it means the same. */
function isAlone({ plan }: Understanding): boolean {
  return plan.intent === 'talk' || plan.intent === 'reckon';
}

/**
 * Plans a question in its conversation. One that stands alone is planned alone; a follow-up ("and in March?",
 * "from her too", "the second one", "how much was it?") takes over what it leaves out from the turn before.
 */
export function planFollowUp(
  asked: string,
  previous: PreviousTurn | null,
  directory: Directory,
  now: Date,
): Understanding {
  const itself = planQuestion(asked, directory, now);
  if (previous === null || isAlone(itself)) return itself;
  const shown = oneOfThose(asked, itself, previous, directory, now);
  if (shown !== null) return shown;
  // “Of them” is what was shown, not whom.
  const named = ofThemSpan(asked) === null ? namedAnew(asked, previous, directory) : null;
  const question = sameYear(named ?? asked, previous.plan.filter, now);
  const opened = withoutOpening(question);
  const among = ofThemSpan(question);
  const goes = isFollowUp(asked, withoutOpening(asked));
  if (isComputed(previous.plan) && goes && isOfList(question, opened, among, directory, now)) {
    return narrowed(question, opened, among !== null, previous, directory, now);
  }
  if (among !== null && (previous.documents?.length ?? 0) > 0) {
    return amongShown(question, among, previous, directory, now);
  }
  if (goes && opened.opens && !asksItself(opened.text)) {
    const whole =
      withOtherPerson(previous.question, opened.text, directory) ??
      substituted(previous.question, opened.text);
    if (whole !== null) return rewritten(whole, directory, now);
  }
  const alone = question === asked ? itself : standing(planQuestion(question, directory, now), question);
  if (goes || mayGoOn(alone, question, directory))
    return continued(alone, question, opened, goes, named !== null, previous);
  return alone;
}

/** Planned from other words than those that were asked. */
function standing(planned: Understanding, question: string): Understanding {
  return { ...planned, plan: { ...planned.plan, standalone: question } };
}

/** "The second one", "open the last", "show it": documents that the turn before showed. */
function oneOfThose(
  asked: string,
  itself: Understanding,
  previous: PreviousTurn,
  directory: Directory,
  now: Date,
): Understanding | null {
  const pick =
    isComputed(previous.plan) && previous.plan.by === undefined ? findPick(withoutShowing(asked)) : null;
  if (pick !== null) return picked(itself, pick, previous, directory);
  const documents = previous.documents ?? [];
  if (opensShown(asked) && documents[0] !== undefined) return showing(itself, documents[0]);
  const ordinal = findOrdinal(asked);
  const lists = [documents, ...(previous.lists ?? [])];
  const documentId =
    ordinal === null ? undefined : lists.find(({ length }) => length > ordinal.at)?.[ordinal.at];
  if (ordinal === null || documentId === undefined) return null;
  const bare = withoutOpening(withoutShowing(withoutSpans(asked, [ordinal]))).text;
  if (topicText(bare) === '') return showing(itself, documentId);
  const rest = `${asked.slice(0, ordinal.start)}it${asked.slice(ordinal.end)}`;
  const within = planQuestion(rest, directory, now);
  return {
    ...within,
    plan: { query: rest, intent: 'fact', filter: { documents: [documentId] } },
    tentative: false,
  };
}

function showing(itself: Understanding, documentId: number): Understanding {
  const plan: Plan = { query: '', intent: 'list', filter: { documents: [documentId] } };
  return { ...itself, plan, caveats: [], you: null, tentative: false };
}

/** "What was the last one about?" after a count or list: one of these documents, by the same conditions. */
function picked(
  itself: Understanding,
  { order }: Selection,
  previous: PreviousTurn,
  directory: Directory,
): Understanding {
  const before = { question: previous.opening ?? previous.question, plan: previous.plan };
  const { filter: _, ...said } = carryFilter(before, '', {}, directory);
  const { query, filter } = previous.plan;
  return { ...itself, ...said, plan: { query, filter, intent: 'ends', order, limit: 1 }, tentative: false };
}

/** The question with the name of whom a pronoun means; null where it has none, or where nobody is clearly meant. */
function namedAnew(asked: string, previous: PreviousTurn, directory: Directory): string | null {
  const name = personBefore(previous, directory);
  return name === null ? null : withPersonNamed(asked, languageOf(asked), name);
}

/** The one person the turn before was about: a condition, whom it found, a name in its question, the sender of what it cited. */
function personBefore(
  { plan, question, answer = '', people }: PreviousTurn,
  directory: Directory,
): string | null {
  const { from, to, people: with_ } = plan.filter;
  const conditions = (from ?? to ?? with_ ?? []).filter((name) => name !== directory.owner);
  if (conditions.length > 0) return onlyOne(conditions);
  const inQuestion = readWording(question, directory, new Date()).people.at(-1)?.names ?? [];
  if (plan.intent === 'who') {
    const found = findPeople(answer, languageOf(answer), directory, false)
      .map(({ names }) => names)
      .find((names) => names.length === 1 && !inQuestion.includes(names[0] ?? ''));
    if (found !== undefined) return onlyOne(found);
  }
  if (inQuestion.length > 0) return onlyOne(inQuestion);
  return people[0] ?? null;
}

function onlyOne(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

/** Whether what follows a list is asked of the list: a condition, a name, a number of them. */
function isOfList(
  question: string,
  opened: Opened,
  among: Span | null,
  directory: Directory,
  now: Date,
): boolean {
  if (among !== null || opened.narrows) return true;
  const own = planQuestion(opened.text, directory, now);
  if (isComputed(own.plan)) return true;
  const content = ownContent(opened.text);
  if (asksHowMany(opened.text)) return content.length <= fewWords;
  return !asksItself(opened.text) && content.length <= fewWords && !namesThing(question);
}

const questionWord =
  /^[\s¿¡]*(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|can|will|wer|wen|wem|was|wann|wo|warum|wie|welche\p{L}*|ist|sind|hat|haben|kann|quien|que|cuando|donde|por que|como|cual|cuant\p{L}*|qui|quoi|quand|ou|pourquoi|comment|combien|quel\p{L}*|est-ce|chi|che|cosa|quando|dove|perche|come|qual\p{L}*|quant\p{L}*|quem|onde|o que)(?!\p{L})/u;

/** A question of its own rather than a part of one. */
function asksItself(text: string): boolean {
  return questionWord.test(foldInPlace(text));
}

/** "How many of those mention the boiler?" after an answer from the text: among the documents that it cited. */
function amongShown(
  question: string,
  among: Span,
  { documents = [] }: PreviousTurn,
  directory: Directory,
  now: Date,
): Understanding {
  const files = `${question.slice(0, among.start)}files${question.slice(among.end)}`.replace(
    /\bone of files\b/,
    'file',
  );
  const planned = planQuestion(files, directory, now);
  const filter: Filter = { ...planned.plan.filter, documents: [...documents] };
  return { ...planned, plan: { ...planned.plan, filter }, tentative: false };
}

/** "And McCready?": the name takes the place of the last one in the question before; null where there is none. */
function withOtherPerson(before: string, fragment: string, directory: Directory): string | null {
  const language = languageOf(before);
  const named = findPeople(fragment, language, directory, false);
  const [first] = named;
  if (first === undefined) return null;
  const rest = contentWords(fragment).filter(
    (word) => !named.some(({ start, end }) => word.start < end && start < word.end),
  );
  const last = findPeople(before, language, directory, false).at(-1);
  if (rest.length > 0 || last === undefined) return null;
  const name = fragment.slice(first.start, named.at(-1)?.end).trim();
  const said = before.slice(last.start, last.end);
  // A condition's span takes in "from"; only the name goes.
  const at =
    /^(?:from|by|to|with|von|vom|an|mit|de|a|con|para|par|da|di|do|com)\s/iu.exec(said)?.[0].length ?? 0;
  const own =
    /^(?:from|by|to|with|von|vom|an|mit|de|a|con|para|par|da|di|do|com)\s/iu.exec(name)?.[0].length ?? 0;
  return `${before.slice(0, last.start + at)}${name.slice(own)}${before.slice(last.end)}`;
}

/** The question before with something else in its place: planned as it then stands. */
function rewritten(whole: string, directory: Directory, now: Date): Understanding {
  const planned = planQuestion(whole, directory, now);
  return { ...planned, plan: { ...planned.plan, standalone: whole } };
}

/** A short question without names or conditions of its own: what it speaks of may be what was spoken of. */
function mayGoOn(alone: Understanding, question: string, directory: Directory): boolean {
  if (isComputed(alone.plan) || Object.keys(alone.plan.filter).length > 0) return false;
  const content = ownContent(question);
  if (content.length === 0 || content.length > fewWords) return false;
  if (findPeople(question, languageOf(question), directory, false).length > 0) return false;
  return !content.some(
    (word, at) => word.capital && (at > 0 || word.start > 0) && languageOf(question) !== 'de',
  );
}

/**
 * A question of its own about what the turn before spoke of: "and how much does it cost?". What the turn before found is
 * looked through first; the words of both are searched where that holds no answer.
 */
function continued(
  alone: Understanding,
  question: string,
  opened: Opened,
  goes: boolean,
  isNamed: boolean,
  previous: PreviousTurn,
): Understanding {
  const own = opened.text === '' ? question : opened.text;
  const plain = withoutDegree(own);
  const content = ownContent(plain);
  const things = content.filter(({ folded }) => !askingPrice.has(folded));
  const carries = opened.opens || namesThing(question);
  const before = previous.plan.query === '' ? previous.question : previous.plan.query;
  const query = goes && (carries || !isNamed) ? mergedQuery(carries ? before : '', own) : own;
  return {
    ...alone,
    plan: {
      ...alone.plan,
      query: isComputed(alone.plan) ? alone.plan.query : query,
      ...(query === alone.standalone || isComputed(alone.plan) ? {} : { standalone: query }),
    },
    standalone: query,
    goesOnFrom: {
      documents: previous.documents ?? [],
      question: plain,
      together: [
        ...new Set(
          [before, namesIn(previous.question), namesIn(previous.answer ?? '')].map((words) =>
            mergedQuery(words, plain),
          ),
        ),
      ],
      ownWords: content.map(({ stem }) => stem),
      ownThings: (things.length > 0 ? things : content).map(({ stem }) => stem),
    },
  };
}

/** The words of a question that begin with a capital, its first aside: names of whatever it speaks of. */
function namesIn(question: string): string {
  const names = contentWords(question).filter((word) => word.capital && word.start > 0);
  return names.map(({ text }) => text).join(' ');
}

function mergedQuery(previous: string, own: string): string {
  const known = new Set(words(own).map((word) => word.stem));
  const added = contentWords(previous).filter((word) => !known.has(word.stem));
  return [own, ...added.map((word) => word.text)].filter((part) => part !== '').join(' ');
}
