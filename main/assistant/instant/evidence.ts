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
 * (cross-validated: at this threshold 75% of the near misses are refused and 90% of the right answers kept).
 */
export const leastEvidence = 0.4;
const weights = {
  constant: -3.48,
  strength: 2.72,
  own: 1.01,
  similarity: 0.62,
  passage: 2.67,
  nearest: 1.44,
  lacking: -3.33,
  /** A figure, date or code is asked for and none stands there. */
  noValue: -3.16,
  /** A person or place is asked for and what stands there only may be one. */
  unsure: -0.82,
  missing: -0.79,
  unknown: -0.77,
  /** Only what is around the sentence holds the topic. */
  besides: -0.15,
} as const;

/** What is near in meaning may lack the words: it says them otherwise. */
const rewording = 1.5;
/** From here on a word that no text of the library holds is taken to stand there under another name. */
const sameMeaning = 0.5;

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
    weights.lacking * weighed.lacking * Math.max(0, 1 - rewording * similarity) +
    (isValueType(type) && !weighed.typed ? weights.noValue : 0) +
    (unsure ? weights.unsure : 0) +
    (weighed.missing > 0 ? weights.missing : 0) +
    (weighed.unknown > 0 && similarity < sameMeaning ? weights.unknown : 0) +
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
