import { valueStands } from '../verify/value-match.ts';
import type { AnswerType } from './answer-type.ts';
import { type Candidate, subjectOf } from './candidates.ts';
import { tellsChange } from './change.ts';
import { namesIn } from './names.ts';
import type { QuestionTerms } from './question-terms.ts';
import type { Scored } from './score.ts';

/** Sentences at least this near to the strongest are rivals whose dates are compared. */
const rivalShare = 0.75;

/** 0 for the earliest rival's document to 1 for the latest one's; 0 for sentences that are no rivals. */
export function recencyOf(ranked: readonly Scored[]): number[] {
  const strongest = Math.max(0, ...ranked.map((scored) => scored.strength));
  const rivals = ranked.filter(
    ({ strength, candidate }) => strength >= rivalShare * strongest && !candidate.passage.quoted,
  );
  const dates = [
    ...new Set(rivals.map(({ candidate }) => dateOf(candidate)).filter((date) => date !== '')),
  ].sort();
  return ranked.map((scored) =>
    dates.length < 2 || !rivals.includes(scored) ? 0 : placeIn(dates, dateOf(scored.candidate)),
  );
}

/** What has no date is taken for neither old nor new. */
function placeIn(dates: readonly string[], date: string): number {
  return date === '' ? 0.5 : dates.indexOf(date) / (dates.length - 1);
}

function dateOf(candidate: Candidate): string {
  return candidate.passage.document.date ?? '';
}

const supersedingShare = 0.65;
const contradictingShare = 0.55;

/**
 * The best sentence, or the later one that puts something else in its place: a figure, date or decision stands until a
 * later mail of the thread gives another, or a later document says that it changed.
 */
export function supersede<Ranked extends Scored & { readonly final: number }>(
  ranked: readonly Ranked[],
  type: AnswerType,
  question: QuestionTerms,
): Ranked | undefined {
  const [best] = ranked;
  if (best === undefined || type === 'open') return best;
  const later = ranked.filter(
    (other) =>
      other.typed &&
      // "Guaranteed for three years" takes back no weight.
      (other.sure || !best.sure) &&
      !other.candidate.passage.quoted &&
      dateOf(best.candidate) !== '' &&
      dateOf(other.candidate) > dateOf(best.candidate) &&
      (answersAgain(best, other) || takesBack(best, other, question)),
  );
  return later.sort((a, b) => dateOf(b.candidate).localeCompare(dateOf(a.candidate)))[0] ?? best;
}

/** Whether another figure or date, from before the answer, would only set an old one beside it. */
export function outdates(best: Scored, other: Scored): boolean {
  const sameValue = other.candidate.values.some((value) =>
    best.candidate.values.some((told) => valueStands(told, value)),
  );
  return !sameValue && dateOf(other.candidate) !== '' && dateOf(other.candidate) < dateOf(best.candidate);
}

function answersAgain<Ranked extends Scored & { readonly final: number }>(
  best: Ranked,
  other: Ranked,
): boolean {
  const sameThread =
    best.candidate.passage.document.kind === 'mail' &&
    subjectOf(other.candidate.passage) === subjectOf(best.candidate.passage);
  const shared = [...best.held].filter((stem) => other.held.has(stem)).length;
  // Another figure of the same thread is mostly one of something else.
  const speaksOfIt = shared > 0 && (shared === best.held.size || tellsChange(other.candidate));
  return sameThread && speaksOfIt && other.final >= supersedingShare * best.final;
}

/** "on 20 June, not on 13 June": tells a change and names what the best sentence said. */
function takesBack<Ranked extends Scored & { readonly final: number }>(
  best: Ranked,
  other: Ranked,
  question: QuestionTerms,
): boolean {
  if (!tellsChange(other.candidate) || other.final < contradictingShare * best.final) return false;
  const asked = new Set(question.terms.map((term) => term.stem));
  const told = best.candidate.values.filter(
    (value) => !question.values.some((known) => valueStands(value, known)),
  );
  const names = namesIn(best.candidate)
    .flatMap((name) => name.words)
    .filter((word) => !asked.has(word.stem));
  return (
    told.some((value) => other.candidate.values.some((again) => valueStands(again, value))) ||
    names.some((name) => other.candidate.stems.has(name.stem))
  );
}
