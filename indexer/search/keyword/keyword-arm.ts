import { fewDocuments, type Scope, type TextIndex } from '../../store/text-index.ts';
import type { RankedChunk } from '../fuse.ts';
import { anyRare } from './expression.ts';

export interface KeywordArm {
  /**
   * The best chunks for the expressions of a query, best first; none where there is no expression. A score is the share
   * of the query's weight that the chunk has: about 1 where it says each word once, above where it says them often.
   */
  best(expressions: readonly string[], scope: Scope, limit: number): RankedChunk[];
}

/**
 * BM25 of one chunk costs about 1 µs, so a query of common words would look at 50,000 chunks for 40 ms. Its rarest
 * words choose up to this many chunks; the other words only rank them.
 */
const chunksLookedAt = 5000;
/** Counts of words are exact enough until the library has changed by this factor. */
const countsHoldUntil = 1.2;
const mostCounts = 20_000;
/** What FTS5 gives a word that more than half of the chunks have, and thereby the least. */
const leastIdf = 1e-6;

interface CountedExpression {
  readonly expression: string;
  readonly count: number;
}

export function createKeywordArm(text: TextIndex, chunkTotal: () => number): KeywordArm {
  const counts = createCounts(text);

  /** Words that are rare in the library may be common in what is searched: each is weighed by that, and summed here. */
  const amongFew = (counted: readonly CountedExpression[], scope: Scope, total: number): RankedChunk[] => {
    const chunks = text.chunksIn(scope);
    const sums = new Map<number, number>();
    let whole = 0;
    for (const { expression, count } of counted) {
      const matches = text.scoresIn(scope, expression);
      const weight = idf(matches.length, chunks);
      whole += weight;
      const factor = weight / Math.max(leastIdf, Math.log((total - count + 0.5) / (count + 0.5)));
      for (const [chunkId, score] of matches) sums.set(chunkId, (sums.get(chunkId) ?? 0) + score * factor);
    }
    return [...sums]
      .map(([chunkId, score]) => ({ chunkId, score: score / whole }))
      .sort((a, b) => b.score - a.score);
  };

  /** The best of what the rare words choose, by all words. Where only some choose, FTS5 counts these twice. */
  const chosenBy = (
    rare: readonly string[],
    all: readonly string[],
    scope: Scope,
    limit: number,
  ): RankedChunk[] => {
    const matches = text.matchIn(scope, anyRare(rare, all), limit);
    if (rare.length === all.length) return matches;
    const chunkIds = matches.map(({ chunkId }) => chunkId);
    const again = new Map(text.scoresOf(chunkIds, rare.join(' OR ')));
    return matches
      .map(({ chunkId, score }) => ({ chunkId, score: score - (again.get(chunkId) ?? 0) }))
      .sort((a, b) => b.score - a.score);
  };

  return {
    best(expressions, scope, limit) {
      const total = chunkTotal();
      const isFew = (scope.documentIds?.length ?? Number.POSITIVE_INFINITY) <= fewDocuments;
      const counted = expressions
        .map((expression) => ({
          expression,
          count: counts.of(expression, isFew ? total : chunksLookedAt + 1, total),
        }))
        .filter(({ count }) => count > 0);
      if (counted.length === 0) return [];
      if (isFew) return amongFew(counted, scope, total).slice(0, limit);
      const whole = counted.reduce((sum, { count }) => sum + idf(count, total), 0);
      const rare = total <= chunksLookedAt ? counted : withinBudget(counted);
      return chosenBy(rare.map(expressionOf), counted.map(expressionOf), scope, limit).map(
        ({ chunkId, score }) => ({ chunkId, score: score / whole }),
      );
    },
  };
}

function expressionOf({ expression }: CountedExpression): string {
  return expression;
}

/** BM25's weight of a word that `count` of `total` chunks have, never below 0 (Lucene's form). */
function idf(count: number, total: number): number {
  return Math.log(1 + (Math.max(0, total - count) + 0.5) / (count + 0.5));
}

/** Counts of expressions, kept while they hold. */
function createCounts(text: TextIndex) {
  const kept = new Map<string, { readonly count: number; readonly most: number }>();
  let countedAt = 0;
  return {
    /** In how many of the library's `total` chunks it stands, counted no further than `most`. */
    of(expression: string, most: number, total: number): number {
      if (total > countedAt * countsHoldUntil || total * countsHoldUntil < countedAt) {
        kept.clear();
        countedAt = total;
      }
      const known = kept.get(expression);
      if (known !== undefined && (known.count < known.most || known.most >= most)) return known.count;
      if (kept.size >= mostCounts) kept.clear();
      const count = text.count(expression, most);
      // A word that comes later must be found at once.
      if (count > 0) kept.set(expression, { count, most });
      return count;
    },
  };
}

/** The rarest expressions that together stay within the budget, and the rarest of all in any case. */
function withinBudget(counted: readonly CountedExpression[]): CountedExpression[] {
  const found: CountedExpression[] = [];
  let left = chunksLookedAt;
  for (const one of counted.toSorted((a, b) => a.count - b.count)) {
    left -= one.count;
    if (left < 0 && found.length > 0) break;
    found.push(one);
  }
  return found;
}
