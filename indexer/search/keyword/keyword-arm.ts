import type { Filter } from '#main/contract/search.ts';
import type { TextIndex, TextMatch } from '../../store/text-index.ts';
import { anyOf, queryTerms } from './expression.ts';

export interface KeywordArm {
  /** The best chunks by BM25 for the words of a query; none where the query has no word. */
  best(query: string, filter: Filter, limit: number): TextMatch[];
}

/**
 * BM25 of one chunk costs about 1 µs, so a query of common words would look at 50,000 chunks for 50 ms. Its rarest
 * words are searched for until this many chunks are looked at; the words left out are in so many that they rank little.
 */
const chunksLookedAt = 10_000;
/** Counts are exact enough until the library has grown by this share. */
const countsHoldUntil = 1.2;
const mostCounts = 20_000;

export function createKeywordArm(text: TextIndex, chunkTotal: () => number): KeywordArm {
  const counts = new Map<string, number>();
  let countedAt = 0;

  const countOf = (term: string): number => {
    const known = counts.get(term);
    if (known !== undefined) return known;
    if (counts.size >= mostCounts) counts.clear();
    const count = text.count(anyOf([term]), chunksLookedAt + 1);
    counts.set(term, count);
    return count;
  };
  const affordable = (terms: readonly string[]): readonly string[] => {
    const total = chunkTotal();
    if (total <= chunksLookedAt) return terms;
    if (total > countedAt * countsHoldUntil || total * countsHoldUntil < countedAt) {
      counts.clear();
      countedAt = total;
    }
    return rarest(terms.map((term) => ({ term, count: countOf(term) })));
  };

  return {
    best(query, filter, limit) {
      const terms = affordable(queryTerms(query));
      return terms.length === 0 ? [] : text.match(anyOf(terms), filter, limit);
    },
  };
}

/** The rarest terms that together stay within the limit, and the rarest of all in any case. */
function rarest(counted: readonly { term: string; count: number }[]): string[] {
  const found: string[] = [];
  let left = chunksLookedAt;
  for (const { term, count } of counted.toSorted((a, b) => a.count - b.count)) {
    if (count === 0) continue;
    left -= count;
    if (left < 0 && found.length > 0) break;
    found.push(term);
  }
  return found;
}
