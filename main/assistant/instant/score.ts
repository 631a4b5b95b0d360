import { firstPersonAt } from '../language/first-person.ts';
import { likeness } from '../language/stems.ts';
import { fold, foldInPlace, type Word } from '../language/words.ts';
import { sendersOf } from '../retrieve/passage.ts';
import { markersOf } from '../verify/markers.ts';
import { type AnswerSpan, answersIn, type Wanted } from './answer-spans.ts';
import { type AnswerType, isValueType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { type ChoiceMark, scoreOf } from './choice-weights.ts';
import { isIn, kin, tally } from './fit-terms.ts';
import type { QuestionTerms } from './question-terms.ts';
import { namePartsOf, type Teller, tellerOf } from './teller.ts';

/** How well a sentence answers, and how sure it is that it speaks of the question at all. */
export interface Scored {
  readonly candidate: Candidate;
  /** By the marks that cost no embedding. */
  readonly score: number;
  readonly marks: Readonly<Record<ChoiceMark, number>>;
  /** Share of the question that the sentence and what surrounds it hold, 0 to 1. */
  readonly strength: number;
  /** Share that the sentence itself holds. */
  readonly own: number;
  /** Holds something of the wanted type. */
  readonly typed: boolean;
  /** Of the wanted type beyond doubt. */
  readonly sure: boolean;
  /** What it holds of the wanted type. */
  readonly spans: readonly AnswerSpan[];
  /** Of whom it speaks without a name. */
  readonly teller: Teller | null;
  /** Names and figures of the question that are nowhere near. */
  readonly missing: number;
  /** Words of the question that no text of the library holds. */
  readonly unknown: number;
  /** Weight of topic words that are nowhere near, 0 to 1. */
  readonly lacking: number;
  /** Its document's title or headings hold the whole topic. */
  readonly entitled: boolean;
  /** Holds an answer of the wanted type beside a word of the topic. */
  readonly pointed: boolean;
  /** Stems of the topic's words that stand in the sentence itself. */
  readonly held: ReadonlySet<string>;
}

/** New words beyond this many make a sentence no more informative. */
const enoughNews = 4;
/** Farther than this from the question's words a value probably belongs to something else. */
const closeChars = 80;

/**
 * Whether a person the question names speaks here: whose words are asked for ("what did Graham say"), or who tells of
 * themselves ("I went …").
 */
function speakerOf(candidate: Candidate, question: QuestionTerms): 'said' | 'tells' | null {
  if (candidate.passage.quoted) return null;
  const senders = fold(sendersOf(candidate.passage.document).join(' ')).split(/[^\p{L}\p{N}]+/u);
  if (senders.some((part) => question.saidBy.has(part))) return 'said';
  const named = question.terms.some((term) => term.essential && senders.includes(term.folded));
  return named && firstPersonAt(candidate.text) !== null ? 'tells' : null;
}

/** 1 where an answer stands right beside a word of the question, 0 where it is far off. */
function closeness(candidate: Candidate, answers: readonly AnswerSpan[], question: QuestionTerms): number {
  const isAsked = (word: Word): boolean =>
    question.terms.some(
      ({ stem, essential }) => stem === word.stem || (!essential && likeness(stem, word.stem) >= kin),
    );
  const spots = candidate.words.filter(isAsked).map((word) => word.start);
  let nearest = Number.POSITIVE_INFINITY;
  for (const answer of answers) {
    for (const spot of spots) nearest = Math.min(nearest, Math.abs(answer.start - spot));
  }
  return Math.max(0, 1 - nearest / closeChars);
}

function newsOf(candidate: Candidate, question: QuestionTerms): number {
  const asked = new Set(question.terms.map((term) => term.stem));
  const fresh = candidate.words.filter(
    (word) => !word.stop && !asked.has(word.stem) && !candidate.titles.has(word.stem),
  );
  return Math.min(fresh.length, enoughNews) / enoughNews;
}

const questioning = /\?["”»)]*\s*$/;
/** "Somebody who can tell me where the stopcock is": asks, too. */
const asksIndirectly =
  /(?<!\p{L})(?:tell|told|know|knew|knows|ask|asks|asked|wonder\p{L}*|find out|remember|see|check|say|sure|wissen|weiss|fragt?e?n?|sagen|saber|sabe|preguntar|decir|savoir|sais|demander|dire) (?:me |us |you |him |her |them |mir |uns |dir )?,? ?(?:where|when|who|what|how|why|which|whether|if|wo|wann|wer|wie|warum|ob|donde|cuando|quien|como|por que|si|ou|quand|qui|comment|pourquoi)(?!\p{L})/u;
const bounded =
  /(?<!\p{L})(?:up to|at most|at least|maximum|minimum|limit(?:ed)?(?: of| to)?|from|bis zu|mindestens|hochstens|hasta|jusqu[’']a)\s*$/iu;

/** What speaks against a sentence by its form. */
function formOf(
  candidate: Candidate,
  { type, limit }: Wanted,
): Pick<Record<ChoiceMark, number>, 'asks' | 'quoted' | 'bounded'> {
  const { text, values, passage } = candidate;
  return {
    asks: is(questioning.test(text) || asksIndirectly.test(foldInPlace(text))),
    quoted: is(passage.quoted),
    bounded: is(
      isValueType(type) && !limit && values.some((value) => bounded.test(text.slice(0, value.start))),
    ),
  };
}

const is = (mark: boolean): number => (mark ? 1 : 0);

/** Whether the document's title is of the question's own words. */
function isAbout({ titles }: Candidate, { subjects }: QuestionTerms): boolean {
  return [...titles].some((word) => subjects.has(word));
}

/** Scores one sentence against the question's terms and what it wants to hear. `passage`: how near its passage is in meaning, 0 to 1. */
export function scoreCandidate(
  candidate: Candidate,
  question: QuestionTerms,
  wanted: Wanted,
  passage: number,
): Scored {
  const { type } = wanted;
  const spans = answersIn(wanted, candidate, candidate.language);
  const teller = type === 'person' ? newTeller(candidate, wanted, question) : null;
  const sure = spans.some((span) => span.sure) || teller?.role === 'writer' || teller?.role === 'subject';
  const found = spans.length > 0 || teller !== null;
  const speaker = speakerOf(candidate, question);
  const fit = tally(question, candidate, found, speaker !== null);
  const near = closeness(
    candidate,
    spans.some((span) => span.sure) ? spans.filter((span) => span.sure) : spans,
    question,
  );
  const marks: Record<ChoiceMark, number> = {
    strength: fit.strength,
    own: fit.own,
    ...typeMarks(type, sure, found, near),
    rank: candidate.passage.rank,
    said: is(speaker === 'said'),
    news: newsOf(candidate, question),
    negation: is(question.negated && markersOf(candidate.text).negations.length > 0),
    entitled: is(fit.entitled),
    titled: is(found && isAbout(candidate, question)),
    astray: is(fit.astray),
    lacking: fit.lacking,
    missing: Math.min(3, fit.missing) / 3,
    passage,
    similarity: 0,
    recency: 0,
    change: 0,
    ...formOf(candidate, wanted),
  };
  const typed = type === 'open' || found;
  const held = new Set(
    question.terms.filter((term) => term.topical && isIn(term, candidate)).map(({ stem }) => stem),
  );
  const { strength, own, missing, unknown, lacking, entitled } = fit;
  const score = scoreOf(marks);
  const pointed = fit.covered && found;
  return {
    candidate,
    score,
    marks,
    strength,
    own,
    typed,
    sure,
    spans,
    teller,
    missing,
    unknown,
    lacking,
    entitled,
    pointed,
    held,
  };
}

/** Of the wanted type for certain or perhaps, and how close to the question's words; values, people and the rest apart. */
function typeMarks(
  type: AnswerType,
  sure: boolean,
  found: boolean,
  near: number,
): Pick<
  Record<ChoiceMark, number>,
  'sureValue' | 'sureOther' | 'likelyValue' | 'likelyOther' | 'closeValue' | 'closePerson' | 'closeOther'
> {
  const isValue = isValueType(type);
  return {
    sureValue: is(isValue && sure),
    sureOther: is(!isValue && sure),
    likelyValue: is(isValue && found && !sure),
    likelyOther: is(!isValue && found && !sure),
    closeValue: isValue ? near : 0,
    closePerson: type === 'person' ? near : 0,
    closeOther: !isValue && type !== 'person' ? near : 0,
  };
}

/**
 * Whether a sentence says what the question asks the doer of: its first word that is no name. "I think of the sailing
 * boat again" is no answer to who sold the boat.
 */
function tellsDeed(candidate: Candidate, { terms }: QuestionTerms): boolean {
  const deed = terms.find((term) => term.topical && !term.essential);
  return deed === undefined || isIn(deed, candidate);
}

/** Whoever the question names already is no answer to it, nor who writes of something else. */
function newTeller(candidate: Candidate, { asked, people }: Wanted, question: QuestionTerms): Teller | null {
  const teller = tellerOf(candidate, people, asked);
  if (teller === null || (teller.role === 'writer' && !tellsDeed(candidate, question))) return null;
  return namePartsOf(teller.name).some((part) => asked.has(part)) ? null : teller;
}
