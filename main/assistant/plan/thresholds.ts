import { findValues } from '../language/values.ts';
import { foldInPlace } from '../language/words.ts';
import type { Span } from './span.ts';

/** Bounds of a figure: “over 1,000 euros”, “between £100 and £200”. */
export interface FoundThreshold extends Span {
  readonly over?: number;
  readonly under?: number;
  /** ISO 4217; absent where a plain number is meant. */
  readonly currency?: string;
}

const above =
  /(?<!\p{L})(?:over|above|more than|greater than|higher than|exceeding|exceeds?|beyond|at least|uber|mehr als|hoher als|mindestens|ab|mas de|mas que|superior(?:es)? a|por encima de|al menos|plus de|superieure?s? a|au-dessus de|au moins|oltre|piu di|superior[ei] a|sopra(?: i)?|almeno|mais de|mais que|acima de|pelo menos)\s*$/u;
const below =
  /(?<!\p{L})(?:under|below|less than|lower than|cheaper than|up to|at most|unter|weniger als|hochstens|bis zu|menos de|menos que|inferior(?:es)? a|por debajo de|como maximo|moins de|inferieure?s? a|en dessous de|au plus|sotto(?: i)?|meno di|inferior[ei] a|al massimo|menos do que|abaixo de|no maximo)\s*$/u;
const between = /(?<!\p{L})(?:between|from|zwischen|von|entre|tra|fra|da|de)\s*$/u;
const joint = /^\s*(?:and|to|und|bis|y|a|et|e)\s*$/u;

/** The bound that a question sets to sums of money; null for none. */
export function findThreshold(question: string): FoundThreshold | null {
  const folded = foldInPlace(question);
  const values = findValues(question).filter(({ kind }) => kind === 'amount' || kind === 'number');
  for (const [at, value] of values.entries()) {
    if (value.kind !== 'amount') continue;
    const currency = value.currency;
    const before = folded.slice(0, value.start);
    const amount = value.numbers[0];
    if (amount === undefined) continue;
    const bound = (found: RegExpExecArray | null, which: 'over' | 'under'): FoundThreshold | null =>
      found && { start: found.index, end: value.end, [which]: amount, currency };
    const single = bound(above.exec(before), 'over') ?? bound(below.exec(before), 'under');
    if (single !== null) return single;
    const low = values[at - 1];
    if (low === undefined || (low.kind !== 'amount' && low.kind !== 'number')) continue;
    const opened = between.exec(folded.slice(0, low.start));
    if (opened !== null && joint.test(folded.slice(low.end, value.start))) {
      const over = low.numbers[0];
      return {
        start: opened.index,
        end: value.end,
        ...(over === undefined ? {} : { over }),
        under: amount,
        currency,
      };
    }
  }
  return null;
}
