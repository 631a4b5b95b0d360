import type { Understanding } from '../plan/plan-question.ts';
import { isValueType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import { evidenceOf, type Judged, leastEvidence } from './evidence.ts';
import { outdates } from './recency.ts';
import type { Weighed } from './weigh.ts';

/** Share of the question a further sentence must hold itself. */
const leastOwn = 0.4;

const several: ReadonlySet<string> = new Set(['compare', 'summarise', 'find']);

/** The best sentence and those that add to it: other sides of a broad question, rarely more than one fact. */
export function chooseSentences(
  weighed: readonly Weighed[],
  judged: Judged,
  { plan }: Understanding,
): Weighed[] {
  const [best] = weighed;
  if (best === undefined) return [];
  const { type } = judged;
  const broad = several.has(plan.intent) || type === 'open' || type === 'reason' || type === 'decision';
  const compares = plan.intent === 'compare';
  const most = compares ? 4 : 3;
  const share = compares ? 0.6 : broad ? 0.75 : 0.78;
  const chosen: Weighed[] = [best];
  for (const candidate of weighed.slice(1)) {
    if (chosen.length >= most || candidate.final < share * best.final) break;
    if (!candidate.typed && best.typed) continue;
    if (evidenceOf(candidate, judged) < leastEvidence || (!compares && candidate.own < leastOwn)) continue;
    if (chosen.some((other) => repeats(candidate.candidate, other.candidate))) continue;
    if (isValueType(type) && outdates(best, candidate)) continue;
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
