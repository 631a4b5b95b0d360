import type { Understanding } from '../plan/plan-question.ts';
import { isValueType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { evidenceOf, type Judged } from './evidence.ts';
import { outdates } from './recency.ts';
import type { Weighed } from './weigh.ts';

/** Share of the question a further sentence of a comparison's best must come to. */
const comparedShare = 0.6;
/**
 * What scores less than this below the best may be the answer as well. Of 580 questions whose answer is among 24
 * sentences the best one holds it in 76%, those within this, at most three, in 87%; that is 1.9 sentences in the mean.
 */
const doubt = 0.33;
/** A further sentence may be less sure to speak of the question than the best. */
const leastFurther = 0.3;

/** The best sentence, and those that may be the answer as well or add another side. */
export function chooseSentences(
  weighed: readonly Weighed[],
  judged: Judged,
  { plan }: Understanding,
): Weighed[] {
  const [best] = weighed;
  if (best === undefined) return [];
  const compares = plan.intent === 'compare';
  const most = compares ? 4 : 3;
  const least = compares ? comparedShare * best.final : best.final - doubt;
  const chosen: Weighed[] = [best];
  for (const candidate of weighed.slice(1)) {
    if (chosen.length >= most || candidate.final < least) break;
    if (!candidate.typed && best.typed) continue;
    if (evidenceOf(candidate, judged) < leastFurther) continue;
    if (chosen.some((other) => repeats(candidate.candidate, other.candidate))) continue;
    if (isValueType(judged.type) && outdates(best, candidate)) continue;
    chosen.push(candidate);
  }
  return chosen;
}

const gistSentences = 4;

/** The strongest sentences of the document that bears the topic's name, in its own order. */
export function gistOf(weighed: readonly Weighed[]): Weighed[] {
  const named = weighed.find((scored) => scored.entitled)?.candidate.passage.document.documentId;
  return weighed
    .filter(({ candidate }) => candidate.passage.document.documentId === named)
    .slice(0, gistSentences)
    .sort((a, b) => a.candidate.start - b.candidate.start);
}

/** Whether a sentence adds next to nothing to another. */
function repeats(candidate: Candidate, other: Candidate): boolean {
  if (
    candidate.passage.document.documentId === other.passage.document.documentId &&
    candidate.start < other.end &&
    other.start < candidate.end
  )
    return true;
  const known = new Set(other.words.map((word) => word.stem));
  const own = candidate.words.filter((word) => !word.stop && /\p{L}/u.test(word.text));
  return own.filter((word) => known.has(word.stem)).length > 0.8 * own.length;
}
