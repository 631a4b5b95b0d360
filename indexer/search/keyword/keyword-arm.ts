import { fewDocuments, type Scope, type TextIndex, type TextMatch } from '../../store/text-index.ts';
import { anyRare } from './expression.ts';

export interface KeywordArm {
  /** The best chunks by BM25 for the expressions of a query, best first; none where there is no expression. */
  best(expressions: readonly string[], scope: Scope, limit: number): TextMatch[];
}

/**
 * BM25 of one chunk costs about 1 µs, so a query of common words would look at 50,000 chunks for 40 ms. Its rarest
 * words choose up to this many chunks; the other words only rank them.
 */
const chunksLookedAt = 5000;
/** Counts of words are exact enough until the library has changed by this factor. */
const countsHoldUntil = 1.2;
const mostCounts = 20_000;

export function createKeywordArm(text: TextIndex, chunkTotal: () => number): KeywordArm {
  const counts = new Map<string, number>();
  let countedAt = 0;

  const countOf = (expression: string): number => {
    const known = counts.get(expression);
    if (known !== undefined) return known;
    if (counts.size >= mostCounts) counts.clear();
    const count = text.count(expression, chunksLookedAt + 1);
    // A word that comes later must be found at once.
    if (count > 0) counts.set(expression, count);
    return count;
  };
  const rarest = (expressions: readonly string[], total: number): readonly string[] => {
    if (total > countedAt * countsHoldUntil || total * countsHoldUntil < countedAt) {
      counts.clear();
      countedAt = total;
    }
    return withinBudget(expressions.map((expression) => ({ expression, count: countOf(expression) })));
  };

  return {
    best(expressions, scope, limit) {
      if (expressions.length === 0) return [];
      const total = chunkTotal();
      // Of few documents each is looked at: words that are rare in the library may be common in them.
      const few = (scope.documentIds?.length ?? Number.POSITIVE_INFINITY) <= fewDocuments;
      const rare = few || total <= chunksLookedAt ? expressions : rarest(expressions, total);
      return rare.length === 0 ? [] : text.matchIn(scope, anyRare(rare, expressions), limit);
    },
  };
}

/** The rarest expressions that together stay within the budget, and the rarest of all in any case. */
function withinBudget(counted: readonly { expression: string; count: number }[]): string[] {
  const found: string[] = [];
  let left = chunksLookedAt;
  for (const { expression, count } of counted.toSorted((a, b) => a.count - b.count)) {
    if (count === 0) continue;
    left -= count;
    if (left < 0 && found.length > 0) break;
    found.push(expression);
  }
  return found;
}
