import { foldInPlace } from '../language/words.ts';
import type { AnswerSpan } from './answer-spans.ts';
import type { QuestionTerms } from './question-terms.ts';
import type { Scored } from './score.ts';

/** What stands after these is what no longer holds: "£9,185 instead of £8,460". */
const replaced =
  /(?<!\p{L})(?:instead of|rather than|in place of|no longer|not|was|before|previously|formerly|up from|statt|anstatt|anstelle von|nicht|vorher|en (?:vez|lugar) de|no|antes|au lieu de|pas|avant)\s+(?:the |on |at |den |am |el |le )?$/u;

/** Of the certain answers in a sentence the one nearest to a word of the question; null where there is none. */
export function likeliestSpan({ candidate, spans }: Scored, question: QuestionTerms): AnswerSpan | null {
  const folded = foldInPlace(candidate.text);
  const sure = spans.filter((span) => span.sure);
  const standing = sure.filter(({ start }) => !replaced.test(folded.slice(0, start)));
  const asked = new Set(question.terms.map((term) => term.stem));
  const spots = candidate.words.filter((word) => asked.has(word.stem));
  const distance = ({ start, end }: AnswerSpan): number =>
    Math.min(...spots.map((spot) => (spot.start >= end ? spot.start - end : start - spot.end)));
  const [nearest] = (standing.length > 0 ? standing : sure)
    .map((span) => ({ span, away: spots.length === 0 ? 0 : Math.max(0, distance(span)) }))
    .sort((a, b) => a.away - b.away || a.span.start - b.span.start);
  return nearest?.span ?? null;
}
