import { likeness } from '../language/stems.ts';
import type { Value } from '../language/values.ts';
import { valueStands } from '../verify/value-match.ts';
import { type AnswerType, holdsType } from './answer-type.ts';
import { type Candidate, namesIn } from './candidates.ts';
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
}

const nearShare = 0.8;
const aroundShare = 0.55;
const impliedShare = 0.8;

interface TermFit {
  readonly own: number;
  readonly any: number;
}

function bestLikeness(term: QuestionTerm, stems: Iterable<string>): number {
  let best = 0;
  for (const stem of stems) best = Math.max(best, likeness(term.stem, stem));
  return term.essential && best < 1 ? best * 0.6 : best;
}

function fitOf(term: QuestionTerm, candidate: Candidate, typed: boolean): TermFit {
  const own = Math.max(
    bestLikeness(
      term,
      candidate.words.map((word) => word.stem),
    ),
    term.implied && typed ? impliedShare : 0,
  );
  if (own === 1) return { own, any: 1 };
  const near = candidate.near.has(term.stem) ? 1 : bestLikeness(term, candidate.near);
  const around = candidate.around.has(term.stem) ? 1 : bestLikeness(term, candidate.around);
  return { own, any: Math.max(own, near * nearShare, around * aroundShare) };
}

const questioning = /\?["”»)]*\s*$/;

/** Scores one sentence against the question's terms and the type of answer it wants. */
export function scoreCandidate(candidate: Candidate, question: QuestionTerms, type: AnswerType): Scored {
  const isNew = (value: Value): boolean => !question.values.some((asked) => valueStands(value, asked));
  const asked = new Set(question.terms.map((term) => term.folded));
  const newNames = namesIn(candidate).filter((name) => !asked.has(name)).length;
  const typed = holdsType(type, candidate, isNew, newNames);
  let own = 0;
  let strength = 0;
  let missing = 0;
  for (const term of question.terms) {
    const fit = fitOf(term, candidate, typed);
    own += term.weight * fit.own;
    strength += term.weight * fit.any;
    if (term.essential && fit.any < 0.3) missing += 1;
  }
  const typeScore = type === 'open' ? 0 : typed ? 0.3 : 0;
  const fragment =
    candidate.words.length < 8 && candidate.values.length === 0 && !/[.!?:…]["”»)]*$/.test(candidate.text);
  const penalty =
    (fragment && candidate.passage.document.kind === 'mail' ? 0.15 : 0) +
    (questioning.test(candidate.text) ? 0.25 : 0) +
    (candidate.passage.quoted ? 0.12 : 0) +
    (candidate.words.length < 4 ? 0.08 : 0) +
    missing * 0.15;
  const score = 0.4 * strength + 0.25 * own + typeScore + 0.1 * candidate.passage.rank - penalty;
  return { candidate, score, strength, own, typed, missing };
}
