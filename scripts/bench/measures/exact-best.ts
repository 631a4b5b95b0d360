import { dot } from '../corpus/embeddings.ts';

/** The best rows for each query by exact float32 arithmetic, found while the rows go by. */
export interface ExactBest {
  /** The next row. */
  add(vector: Float32Array): void;
  /** The numbers of the best rows of a query, best first; the first row has number 0. */
  of(query: number): number[];
}

export function createExactBest(queries: readonly Float32Array[], best: number): ExactBest {
  const lists = queries.map((): { row: number; score: number }[] => []);
  let row = 0;
  return {
    add(vector) {
      for (const [index, query] of queries.entries()) {
        const list = lists[index] ?? [];
        const score = dot(query, vector);
        if (list.length === best && score <= (list[best - 1]?.score ?? 0)) continue;
        list.push({ row, score });
        list.sort((a, b) => b.score - a.score);
        list.length = Math.min(list.length, best);
      }
      row += 1;
    },
    of: (query) => (lists[query] ?? []).map((one) => one.row),
  };
}
