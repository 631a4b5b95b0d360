import { dateCovers } from '../language/dates.ts';
import type { Value } from '../language/values.ts';

const overlaps = (left: readonly number[], right: readonly number[]): boolean =>
  left.some((number) => right.includes(number));

function numbersOf(value: Value): readonly number[] | null {
  if (value.kind === 'number' || value.kind === 'amount') return value.numbers;
  return value.kind === 'code' && /^\d{1,15}$/.test(value.code) ? [Number(value.code)] : null;
}

/**
 * Whether a value that stands in a source is the claimed one, in kind, unit and figure: 14,300 euros is not 14,300 of
 * anything else, and "in March" does not stand for 14 March. A claim may say less than its source, never more.
 */
export function valueStands(source: Value, claim: Value): boolean {
  switch (claim.kind) {
    case 'date':
      return source.kind === 'date' && dateCovers(source.readings, claim.readings);
    case 'time':
      return source.kind === 'time' && source.minutes === claim.minutes;
    case 'amount':
      return (
        source.kind === 'amount' &&
        source.currency === claim.currency &&
        overlaps(source.numbers, claim.numbers)
      );
    case 'percent':
      return source.kind === 'percent' && overlaps(source.numbers, claim.numbers);
    case 'code': {
      if (source.kind === 'code') return source.code === claim.code;
      const claimed = numbersOf(claim);
      const given = source.kind === 'number' ? source.numbers : null;
      return claimed !== null && given !== null && overlaps(given, claimed);
    }
    case 'number': {
      const given = numbersOf(source);
      if (given === null || !overlaps(given, claim.numbers)) return false;
      if (claim.unit === null) return true;
      return source.kind === 'number' && (source.unit === claim.unit || source.unit === null);
    }
  }
}
