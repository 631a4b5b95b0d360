/** What one query's ranking is worth; each between 0 and 1. */
export interface RankingScores {
  readonly ndcg10: number;
  readonly recall20: number;
  readonly hit5: number;
  readonly mrr10: number;
}

/**
 * Scores a ranking of document ids against the grades of the relevant ones.
 * nDCG with linear gain and log2 discount (Järvelin and Kekäläinen 2002), as trec_eval has it.
 */
export function scoreRanking(ranking: readonly string[], grades: ReadonlyMap<string, number>): RankingScores {
  const gains = ranking.map((id) => grades.get(id) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a);
  const first = gains.slice(0, 10).findIndex((gain) => gain > 0);
  const relevant = ideal.filter((grade) => grade > 0).length;
  return {
    ndcg10: relevant === 0 ? 0 : discounted(gains) / discounted(ideal),
    recall20: relevant === 0 ? 0 : gains.slice(0, 20).filter((gain) => gain > 0).length / relevant,
    hit5: gains.slice(0, 5).some((gain) => gain > 0) ? 1 : 0,
    mrr10: first === -1 ? 0 : 1 / (first + 1),
  };
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
