import { type AnswerType, isValueType } from './answer-type.ts';
import type { QuestionTerms } from './question-terms.ts';
import type { Weighed } from './weigh.ts';

/** What is known of a question and of all its sentences when the evidence of one is judged. */
export interface Judged {
  readonly question: QuestionTerms;
  readonly type: AnswerType;
  /** Nearness in meaning of the nearest sentence of all; 0 without an embedder. */
  readonly nearest: number;
}

/**
 * How sure it is that a sentence answers the question, 0 to 1; below `leastEvidence` nothing was found. With an
 * embedder a logistic regression, fitted on 240 questions over the sample library of which 70 have no answer there
 * (cross-validated: at this threshold 81% of the near misses are refused and 88% of the right answers kept).
 */
export const leastEvidence = 0.36;
const weights = {
  constant: -2.49,
  strength: 1.54,
  own: 0.93,
  similarity: 1.23,
  passage: 2.55,
  nearest: 1.61,
  lacking: -3.25,
  /** A figure, date or code is asked for and none stands there. */
  noValue: -3.19,
  /** A person or place is asked for and what stands there only may be one. */
  unsure: -0.85,
  missing: -0.6,
  unknown: -0.57,
  /** Only what is around the sentence holds the topic. */
  besides: -0.38,
} as const;

export function evidenceOf(weighed: Weighed, judged: Judged): number {
  const { similarity, passageSimilarity } = weighed;
  if (similarity === null || passageSimilarity === null) return evidenceOfWords(weighed, judged);
  const { type, nearest } = judged;
  const unsure = (type === 'person' || type === 'place') && !weighed.spans.some(({ sure }) => sure);
  const sum =
    weights.constant +
    weights.strength * weighed.strength +
    weights.own * weighed.own +
    weights.similarity * similarity +
    weights.passage * passageSimilarity +
    weights.nearest * nearest +
    weights.lacking * weighed.lacking +
    (isValueType(type) && !weighed.typed ? weights.noValue : 0) +
    (unsure ? weights.unsure : 0) +
    (weighed.missing > 0 ? weights.missing : 0) +
    (weighed.unknown > 0 ? weights.unknown : 0) +
    (weighed.held.size === 0 ? weights.besides : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** How much of the evidence a name, figure or thing of the question takes with it that is nowhere near. */
const lostShare = 0.6;
/** A verb or detail the library words otherwise costs less where an answer of the wanted kind stands by the topic. */
const rewordedShare = 0.2;
const noValueShare = 0.7;

/** Words alone: how much of the question is there; a name, figure or thing that is missing outweighs it. */
function evidenceOfWords(weighed: Weighed, { question, type }: Judged): number {
  const needed = question.terms.filter((term) => term.essential || term.unknown).length;
  const share = weighed.pointed ? rewordedShare : lostShare;
  const lost = needed === 0 ? 0 : (lostShare * weighed.missing + share * weighed.unknown) / needed;
  return weighed.strength * (1 - lost) * (isValueType(type) && !weighed.typed ? noValueShare : 1);
}
