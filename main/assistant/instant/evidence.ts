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
 * Below this nothing was found. The weights were fitted by logistic regression on 1,000 questions over the sample library
 * and two lives that are made up; 420 of them have no answer there (`quipu eval evidence`).
 */
export const leastEvidence = 0.5;
export const evidenceWeights = {
  constant: -2.18,
  strength: 3.41,
  similarity: 0.22,
  passage: 1.18,
  nearest: 0.84,
  lacking: -2.14,
  noValue: -2.48,
  likelyValue: -0.98,
  noOther: -1.43,
  unsure: -0.95,
  missing: -1.21,
  unknown: -0.73,
} as const;

/** What speaks for a sentence's being an answer, and against. */
export type Sign = keyof typeof evidenceWeights;
export const signNames = Object.keys(evidenceWeights) as readonly Sign[];

/** What is near in meaning may lack the words: it says them otherwise. */
const rewording = 1.5;
/** From here on a word that no text of the library holds is taken to stand there under another name. */
const sameMeaning = 0.5;

/** The signs of a sentence; null where nothing was compared by meaning. */
export function signsOf(weighed: Weighed, { type, nearest }: Judged): Readonly<Record<Sign, number>> | null {
  const { similarity, passageSimilarity } = weighed;
  if (similarity === null || passageSimilarity === null) return null;
  const isSure = weighed.spans.some(({ sure }) => sure);
  const is = (sign: boolean): number => (sign ? 1 : 0);
  return {
    constant: 1,
    strength: weighed.strength,
    similarity,
    passage: passageSimilarity,
    nearest,
    lacking: weighed.lacking * Math.max(0, 1 - rewording * similarity),
    /** A figure, date or code is asked for and none stands there. */
    noValue: is(isValueType(type) && !weighed.typed),
    /** What stands there only may be one. */
    likelyValue: is(isValueType(type) && weighed.typed && !isSure),
    /** A person, place, reason or decision is asked for and none stands there. */
    noOther: is(!isValueType(type) && !weighed.typed),
    /** A person or place is asked for and what stands there only may be one. */
    unsure: is((type === 'person' || type === 'place') && !isSure),
    missing: is(weighed.missing > 0),
    unknown: is(weighed.unknown > 0 && similarity < sameMeaning),
  };
}

/** How sure it is that a sentence answers the question, 0 to 1; with an embedder by the weights of its signs. */
export function evidenceOf(weighed: Weighed, judged: Judged): number {
  const signs = signsOf(weighed, judged);
  if (signs === null) return evidenceOfWords(weighed, judged);
  return probabilityBy(evidenceWeights, signs);
}

/** The probability that these weights give to what bears these signs. */
export function probabilityBy<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  signs: Readonly<Record<Name, number>>,
): number {
  let sum = 0;
  for (const sign in weights) sum += weights[sign] * signs[sign];
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
