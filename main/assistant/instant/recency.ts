import { foldInPlace } from '../language/words.ts';
import type { AnswerType } from './answer-type.ts';
import type { Candidate } from './candidates.ts';
import type { Scored } from './score.ts';

/** Sentences at least this near to the strongest are rivals whose dates are compared. */
const rivalShare = 0.75;

/** 0 for the earliest rival's document to 1 for the latest one's; 0 for sentences that are no rivals. */
export function recencyOf(ranked: readonly Scored[]): number[] {
  const strongest = Math.max(0, ...ranked.map((scored) => scored.strength));
  const rivals = ranked.filter((scored) => scored.strength >= rivalShare * strongest);
  const dates = [...new Set(rivals.map(({ candidate }) => dateOf(candidate)))].sort();
  return ranked.map((scored) =>
    dates.length < 2 || !rivals.includes(scored)
      ? 0
      : dates.indexOf(dateOf(scored.candidate)) / (dates.length - 1),
  );
}

function dateOf(candidate: Candidate): string {
  return candidate.passage.document.date ?? '';
}

const change =
  /(?<!\p{L})(?:instead of|changed|moved|moves|new price|revised|updated?|final(?:ly)?|replaces?|from now on|after all|no longer|settled|not .{3,40} but|statt|geandert|verschoben|neue[rsn]?|endgultig|doch|en (?:vez|lugar) de|cambi\p{L}+|nuev[oa]|definitiv\p{L}+|au lieu|change\p{L}*|nouve\p{L}+|finale?ment)(?!\p{L})/u;

/** Whether a sentence says that something is otherwise than before. */
export function tellsChange(candidate: Candidate): boolean {
  return change.test(foldInPlace(candidate.text));
}

/** Mails that answer each other bear one subject. */
function subjectOf(candidate: Candidate): string {
  return candidate.passage.document.title
    .replace(/^(?:\s*(?:re|aw|fwd?|wg|rv|tr|antw)\s*:)+/i, '')
    .trim()
    .toLowerCase();
}

/** How much of the best's own words a later sentence must hold to speak of the same thing. */
const sameThing = 0.6;

/**
 * The best sentence, or the later one of its thread that puts something else in its place: a mail's figure, date or
 * decision stands until a later mail of the thread gives another.
 */
export function supersede<Ranked extends Scored & { readonly final: number }>(
  ranked: readonly Ranked[],
  type: AnswerType,
): Ranked | undefined {
  const [best] = ranked;
  if (best === undefined || type === 'open' || best.candidate.passage.document.kind !== 'mail') return best;
  const later = ranked.filter(
    ({ candidate, typed, own, final }) =>
      typed &&
      candidate.passage.document.kind === 'mail' &&
      subjectOf(candidate) === subjectOf(best.candidate) &&
      dateOf(candidate) > dateOf(best.candidate) &&
      final >= rivalShare * best.final &&
      (own >= sameThing * best.own || tellsChange(candidate)),
  );
  return later.sort((a, b) => dateOf(b.candidate).localeCompare(dateOf(a.candidate)))[0] ?? best;
}
