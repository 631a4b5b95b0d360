import type { Embedder } from '#models/embed/embedder.ts';
import { tellsChange } from './change.ts';
import { oneLine } from './extract.ts';
import type { QuestionTerms } from './question-terms.ts';
import { recencyOf } from './recency.ts';
import type { Scored } from './score.ts';
import { similarityTo } from './similarity.ts';

const similarityShare = 0.25;
/** Later statements count more: people change their minds, prices and dates. */
const recencyShare = 0.08;
const changeShare = 0.06;
/** Below this there is no answer: calibrated on unrelated questions over the sample library. */
export const leastEvidence = 0.44;

/** A scored sentence weighed by meaning and date too. */
export interface Weighed extends Scored {
  /** Null without an embedder. */
  readonly similarity: number | null;
  readonly final: number;
}

/** Weighs sentences by meaning, where there is an embedder, and by what came later; best first. */
export async function weighMeaning(
  query: string,
  ranked: readonly Scored[],
  embedder: Embedder | null,
  signal: AbortSignal,
): Promise<Weighed[]> {
  const texts = ranked.map(({ candidate }) => oneLine(candidate.text));
  const similarity = embedder === null ? null : await similarityTo(query, texts, embedder, signal);
  const recency = recencyOf(ranked);
  return ranked
    .map((scored, index): Weighed => {
      const near = similarity?.[index] ?? null;
      const later = recencyShare * (recency[index] ?? 0) + (tellsChange(scored.candidate) ? changeShare : 0);
      return { ...scored, similarity: near, final: scored.score + similarityShare * (near ?? 0) + later };
    })
    .sort((a, b) => b.final - a.final);
}

/** So near in meaning that a word the library does not know must be there under another name ("earn", "salary"). */
const sameMeaning = 0.9;
const meaningShare = 0.5;
/** How much of the evidence a name, figure or thing of the question takes with it that is nowhere near. */
const lostShare = 0.6;
/** A verb or detail the library words otherwise costs less where an answer of the wanted kind stands by the topic. */
const rewordedShare = 0.2;

/** Words found and, where there is an embedder, nearness of meaning; a name, figure or thing that is missing outweighs both. */
export function evidenceOf(best: Weighed, question: QuestionTerms): number {
  const near = best.similarity ?? 0;
  const unknown = near >= sameMeaning ? 0 : best.unknown;
  const needed = question.terms.filter((term) => term.essential || term.unknown).length;
  const share = best.pointed ? rewordedShare : lostShare;
  const lost = needed === 0 ? 0 : (lostShare * best.missing + share * unknown) / needed;
  const found = Math.max(best.strength, (1 - meaningShare) * best.strength + meaningShare * near);
  return found * (1 - lost);
}
