import { firstPersonAt } from '../language/first-person.ts';
import { likeness } from '../language/stems.ts';
import type { Value } from '../language/values.ts';
import { fold } from '../language/words.ts';
import { sendersOf } from '../retrieve/passage.ts';
import { markersOf } from '../verify/markers.ts';
import { valueStands } from '../verify/value-match.ts';
import { type AnswerType, answersIn, isValueType } from './answer-type.ts';
import { type Candidate, namesIn } from './candidates.ts';
import { tellsChange } from './change.ts';
import type { QuestionTerm, QuestionTerms } from './question-terms.ts';

/** How well a sentence answers, and how sure it is that it speaks of the question at all. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  /** Share of the question that the sentence and what surrounds it hold, 0 to 1. */
  readonly strength: number;
  /** Share that the sentence itself holds. */
  readonly own: number;
  /** Holds a value of the wanted type. */
  readonly typed: boolean;
  /** Names and figures of the question that are nowhere near. */
  readonly missing: number;
  /** Words of the question that no text of the library holds. */
  readonly unknown: number;
  /** Its document's title or headings hold the whole topic. */
  readonly entitled: boolean;
  /** Holds an answer of the wanted type beside a word of the topic. */
  readonly pointed: boolean;
}

/** What finding a term beside the sentence is worth, against finding it in it. */
const worth = {
  sameStem: 0.95,
  implied: 0.8,
  titles: 0.9,
  ownTitle: 0.7,
  near: 0.65,
  around: 0.5,
  thread: 0.4,
} as const;
/** The parts of the score; chosen on the sample library and conversations, not on the demo's questions. */
const parts = {
  strength: 0.45,
  own: 0.2,
  value: 0.45,
  type: 0.3,
  rank: 0.2,
  close: 0.1,
  closePerson: 0.25,
  saidBy: 0.15,
  news: 0.1,
  negation: 0.1,
  entitled: 0.15,
} as const;
const penalties = {
  asks: 0.25,
  quoted: 0.15,
  enumerates: 0.15,
  fragment: 0.1,
  missing: 0.15,
  bounded: 0.08,
  lacking: 0.3,
} as const;
/** New words beyond this many make a sentence no more informative. */
const enoughNews = 4;
/** Farther than this from the question's words a value probably belongs to something else. */
const closeChars = 80;

interface TermFit {
  readonly title: number;
  readonly own: number;
  readonly any: number;
}

function bestLikeness(term: QuestionTerm, stems: ReadonlySet<string>): number {
  if (stems.has(term.stem)) return 1;
  let best = 0;
  for (const stem of stems) best = Math.max(best, likeness(term.stem, stem));
  return term.essential || term.unknown ? best * 0.3 : best;
}

const changing = /^(?:chang|differ|increas|rise|raise|rais|higher|lower|replac|move|mov|ander|cambi)/;

function fitOf(term: QuestionTerm, candidate: Candidate, typed: boolean, speaks: boolean): TermFit {
  const literal = candidate.forms.has(term.folded) ? 1 : worth.sameStem * bestLikeness(term, candidate.stems);
  const title = bestLikeness(term, candidate.titles);
  const own = Math.max(
    literal,
    title * worth.ownTitle,
    speaks && term.essential && candidate.around.has(term.stem) ? 1 : 0,
    term.implied && typed ? worth.implied : 0,
    changing.test(term.stem) && tellsChange(candidate) ? worth.implied : 0,
  );
  if (own === 1) return { title, own, any: 1 };
  const any = Math.max(
    own,
    title * worth.titles,
    bestLikeness(term, candidate.near) * worth.near,
    bestLikeness(term, candidate.around) * worth.around,
    candidate.thread.has(term.stem) ? worth.thread : 0,
  );
  return { title, own, any };
}

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
function closeness(candidate: Candidate, answers: readonly number[], question: QuestionTerms): number {
  const asked = new Set(question.terms.map((term) => term.stem));
  const spots = candidate.words.filter((word) => asked.has(word.stem)).map((word) => word.start);
  let nearest = Number.POSITIVE_INFINITY;
  for (const answer of answers) {
    for (const spot of spots) nearest = Math.min(nearest, Math.abs(answer - spot));
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
const ended = /[.!?:…]["”»)]*$/;
const bounded =
  /(?<!\p{L})(?:up to|at most|at least|maximum|minimum|from|bis zu|mindestens|hochstens|hasta|jusqu[’']a)\s*$/iu;

function penaltyOf(candidate: Candidate, type: AnswerType, missing: number): number {
  const { text, values, words } = candidate;
  const fragment = values.length === 0 && words.length < 8 && !ended.test(text);
  const limits = isValueType(type) && values.some((value) => bounded.test(text.slice(0, value.start)));
  return (
    (questioning.test(text) ? penalties.asks : 0) +
    (candidate.passage.quoted ? penalties.quoted : 0) +
    (values.length > 4 ? penalties.enumerates : 0) +
    (fragment ? penalties.fragment : 0) +
    (limits ? penalties.bounded : 0) +
    missing * penalties.missing
  );
}

/** What the terms of the question add up to for one sentence. */
interface Tally {
  readonly own: number;
  readonly strength: number;
  readonly missing: number;
  readonly unknown: number;
  /** Weight of topic words that are nowhere near. */
  readonly lacking: number;
  readonly covered: boolean;
  readonly entitled: boolean;
}

/** Below this a term is not there, above it is; in between lie kin and context. */
const absent = 0.3;
const present = 0.85;

function tally(question: QuestionTerms, fits: readonly TermFit[]): Tally {
  const terms = question.terms.map((term, index) => ({
    term,
    fit: fits[index] ?? { title: 0, own: 0, any: 0 },
  }));
  const sum = (of: (entry: (typeof terms)[number]) => number): number =>
    terms.reduce((total, entry) => total + of(entry), 0);
  const topical = terms.filter(({ term }) => term.topical);
  return {
    own: sum(({ term, fit }) => term.weight * fit.own),
    strength: sum(({ term, fit }) => term.weight * fit.any),
    missing: terms.filter(({ term, fit }) => term.essential && fit.any < absent).length,
    unknown: terms.filter(({ term, fit }) => term.unknown && !term.essential && fit.any < absent).length,
    lacking: sum(({ term, fit }) => (term.topical && fit.any < absent ? term.weight : 0)),
    covered: topical.some(({ fit }) => fit.any >= present),
    entitled: topical.every(({ fit }) => fit.title >= present),
  };
}

/** Scores one sentence against the question's terms and the type of answer it wants. */
export function scoreCandidate(candidate: Candidate, question: QuestionTerms, type: AnswerType): Scored {
  const isNew = (value: Value): boolean => !question.values.some((asked) => valueStands(value, asked));
  const asked = new Set(question.terms.map((term) => term.folded));
  const names = namesIn(candidate).filter(
    (name) => !asked.has(name.folded) && (type !== 'person' || question.people.has(name.folded)),
  );
  const answers = answersIn(type, { text: candidate.text, values: candidate.values, names }, isNew);
  const found = answers.length > 0;
  const speaker = speakerOf(candidate, question);
  const fits = question.terms.map((term) => fitOf(term, candidate, found, speaker !== null));
  const { own, strength, missing, unknown, lacking, covered, entitled } = tally(question, fits);
  const close = type === 'person' ? parts.closePerson : parts.close;
  const score =
    parts.strength * strength +
    parts.own * own +
    (found ? (isValueType(type) ? parts.value : parts.type) : 0) +
    parts.rank * candidate.passage.rank +
    close * closeness(candidate, answers, question) +
    (speaker === 'said' ? parts.saidBy : 0) +
    parts.news * newsOf(candidate, question) +
    (question.negated && markersOf(candidate.text).negations.length > 0 ? parts.negation : 0) +
    (entitled ? parts.entitled : 0) -
    penalties.lacking * lacking -
    penaltyOf(candidate, type, missing);
  const typed = type === 'open' || found;
  return { candidate, score, strength, own, typed, missing, unknown, entitled, pointed: covered && found };
}
