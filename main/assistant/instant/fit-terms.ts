import { likeness } from '../language/stems.ts';
import type { Language } from '../language/stop-words.ts';
import type { Candidate } from './candidates.ts';
import { tellsChange } from './change.ts';
import type { QuestionTerm, QuestionTerms } from './question-terms.ts';

/** What finding a term beside the sentence is worth, against finding it in it. */
const worth = {
  sameStem: 0.95,
  synonym: 0.7,
  implied: 0.8,
  columns: 0.9,
  titles: 0.9,
  ownTitle: 0.7,
  near: 0.65,
  around: 0.5,
  thread: 0.4,
} as const;

/** From here on a word of the sentence is one of the question's in another form. */
export const kin = 0.6;
/** Below this a term is not there, above it is; in between lie kin and context. */
const absent = 0.3;
const present = 0.85;

/** How far one term of the question is found, 0 to 1 each. */
interface TermFit {
  readonly title: number;
  /** In the sentence, or in what it stands under. */
  readonly own: number;
  /** There or anywhere around it. */
  readonly any: number;
}

/** What the terms of a question add up to for one sentence; shares are of the question's weight. */
export interface Tally {
  /** Share that sentence or title hold. */
  readonly own: number;
  /** Share that the sentence and what surrounds it hold. */
  readonly strength: number;
  /** Names and figures of the question that are nowhere near. */
  readonly missing: number;
  /** Words of the question that no text of the library holds. */
  readonly unknown: number;
  /** Weight of topic words that are nowhere near. */
  readonly lacking: number;
  readonly covered: boolean;
  readonly entitled: boolean;
  /** Another subject's: a word that some document's title is made of is nowhere near. */
  readonly astray: boolean;
}

function bestLikeness(term: QuestionTerm, stems: ReadonlySet<string>): number {
  if (stems.has(term.stem)) return 1;
  let best = 0;
  for (const stem of stems) best = Math.max(best, likeness(term.stem, stem));
  return term.essential || term.unknown ? best * 0.3 : best;
}

/** Whether the sentence itself has a term, as written or in another form. */
export function isIn(term: QuestionTerm, candidate: Candidate): boolean {
  return candidate.forms.has(term.folded) || bestLikeness(term, candidate.stems) >= kin;
}

const changing = /^(?:chang|differ|increas|rise|raise|rais|higher|lower|replac|move|mov|ander|cambi)/;

function fitOf(
  term: QuestionTerm,
  language: Language,
  candidate: Candidate,
  typed: boolean,
  speaks: boolean,
): TermFit {
  const alike = worth.sameStem * bestLikeness(term, candidate.stems);
  const synonym =
    language === candidate.language && term.senses.some((group) => candidate.senses.has(group))
      ? worth.synonym
      : 0;
  const literal = candidate.forms.has(term.folded) ? 1 : Math.max(alike, synonym);
  const columns = worth.columns * bestLikeness(term, candidate.columns);
  const title = Math.max(bestLikeness(term, candidate.titles), columns);
  const own = Math.max(
    literal,
    columns,
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

/** Adds up how far a sentence has the question's terms. `typed`: it holds something of the wanted type; `speaks`: a person the question names says it. */
export function tally(question: QuestionTerms, candidate: Candidate, typed: boolean, speaks: boolean): Tally {
  const terms = question.terms.map((term) => ({
    term,
    fit: fitOf(term, question.language, candidate, typed, speaks),
  }));
  const share = (of: (fit: TermFit) => number): number =>
    terms.reduce((total, { term, fit }) => total + term.weight * of(fit), 0);
  const topical = terms.filter(({ term }) => term.topical);
  return {
    own: share(({ own }) => own),
    strength: share(({ any }) => any),
    missing: terms.filter(({ term, fit }) => term.essential && fit.any < absent).length,
    unknown: terms.filter(({ term, fit }) => term.unknown && !term.essential && fit.any < absent).length,
    lacking: terms.reduce(
      (sum, { term, fit }) => sum + (term.topical && fit.any < absent ? term.weight : 0),
      0,
    ),
    covered: topical.some(({ fit }) => fit.any >= present),
    entitled: topical.every(({ fit }) => fit.title >= present),
    astray: terms.some(({ term, fit }) => question.subjects.has(term.stem) && fit.any < absent),
  };
}
