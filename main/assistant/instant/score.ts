import { firstPersonAt } from '../language/first-person.ts';
import { likeness } from '../language/stems.ts';
import { fold, foldInPlace } from '../language/words.ts';
import { sendersOf } from '../retrieve/passage.ts';
import { markersOf } from '../verify/markers.ts';
import { type AnswerSpan, answersIn, type Wanted } from './answer-spans.ts';
import { isValueType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { tellsChange } from './change.ts';
import type { QuestionTerm, QuestionTerms } from './question-terms.ts';
import { namePartsOf, type Teller, tellerOf } from './teller.ts';

/** How well a sentence answers, and how sure it is that it speaks of the question at all. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
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
  titled: 0.15,
} as const;
const penalties = {
  asks: 0.25,
  quoted: 0.15,
  enumerates: 0.15,
  fragment: 0.1,
  missing: 0.15,
  bounded: 0.2,
  lacking: 0.3,
  astray: 0.25,
} as const;
/** New words beyond this many make a sentence no more informative. */
const enoughNews = 4;
/** Farther than this from the question's words a value probably belongs to something else. */
const closeChars = 80;

/** From here on a word of the sentence is one of the question's in another form. */
const kin = 0.6;

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

function isIn(term: QuestionTerm, candidate: Candidate): boolean {
  return candidate.forms.has(term.folded) || bestLikeness(term, candidate.stems) >= kin;
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
function closeness(candidate: Candidate, answers: readonly AnswerSpan[], question: QuestionTerms): number {
  const asked = new Set(question.terms.map((term) => term.stem));
  const spots = candidate.words.filter((word) => asked.has(word.stem)).map((word) => word.start);
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
const ended = /[.!?:…]["”»)]*$/;
const bounded =
  /(?<!\p{L})(?:up to|at most|at least|maximum|minimum|limit(?:ed)?(?: of| to)?|from|bis zu|mindestens|hochstens|hasta|jusqu[’']a)\s*$/iu;

function penaltyOf(candidate: Candidate, { type, limit }: Wanted, missing: number): number {
  const { text, values, words } = candidate;
  const fragment = values.length === 0 && words.length < 8 && !ended.test(text);
  const limits =
    isValueType(type) && !limit && values.some((value) => bounded.test(text.slice(0, value.start)));
  return (
    (questioning.test(text) || asksIndirectly.test(foldInPlace(text)) ? penalties.asks : 0) +
    (candidate.passage.quoted ? penalties.quoted : 0) +
    (values.length > 4 ? penalties.enumerates : 0) +
    (fragment ? penalties.fragment : 0) +
    (limits ? penalties.bounded : 0) +
    missing * penalties.missing
  );
}

/** Whether the document's title is of the question's own words. */
function isAbout({ titles }: Candidate, { subjects }: QuestionTerms): boolean {
  return [...titles].some((word) => subjects.has(word));
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
  /** Another subject's: a word that some document's title is made of is nowhere near. */
  readonly astray: boolean;
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
    astray: terms.some(({ term, fit }) => question.subjects.has(term.stem) && fit.any < absent),
  };
}

/** What a sentence that may be of the wanted type is worth, against one that is for certain. */
const likelyShare = 0.4;

/** Scores one sentence against the question's terms and what it wants to hear. */
export function scoreCandidate(candidate: Candidate, question: QuestionTerms, wanted: Wanted): Scored {
  const { type } = wanted;
  const spans = answersIn(wanted, candidate, candidate.language);
  const teller = type === 'person' ? newTeller(candidate, wanted, question) : null;
  const sure = spans.some((span) => span.sure) || teller?.role === 'writer' || teller?.role === 'subject';
  const found = spans.length > 0 || teller !== null;
  const speaker = speakerOf(candidate, question);
  const fits = question.terms.map((term) => fitOf(term, candidate, found, speaker !== null));
  const { own, strength, missing, unknown, covered, entitled, lacking, astray } = tally(question, fits);
  const close = type === 'person' ? parts.closePerson : parts.close;
  const typeWorth = isValueType(type) ? parts.value : parts.type;
  const score =
    parts.strength * strength +
    parts.own * own +
    (sure ? typeWorth : found ? likelyShare * typeWorth : 0) +
    parts.rank * candidate.passage.rank +
    close * closeness(candidate, spans, question) +
    (speaker === 'said' ? parts.saidBy : 0) +
    parts.news * newsOf(candidate, question) +
    (question.negated && markersOf(candidate.text).negations.length > 0 ? parts.negation : 0) +
    (entitled ? parts.entitled : 0) +
    (found && isAbout(candidate, question) ? parts.titled : 0) -
    (astray ? penalties.astray : 0) -
    penalties.lacking * lacking -
    penaltyOf(candidate, wanted, missing);
  const typed = type === 'open' || found;
  const held = new Set(
    question.terms.filter((term) => term.topical && isIn(term, candidate)).map(({ stem }) => stem),
  );
  const pointed = covered && found;
  return {
    candidate,
    score,
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
