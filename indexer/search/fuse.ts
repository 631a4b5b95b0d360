/** A chunk's score, between 0 and 1 before ranking changes it. */
export interface RankedChunk {
  readonly chunkId: number;
  readonly score: number;
}

/** What both arms found for one query, best first. */
export interface ArmScores {
  /** Shares of the query's weight. */
  readonly words: readonly RankedChunk[];
  /** Cosines. */
  readonly vectors: readonly RankedChunk[];
  readonly similarityOf: (chunkId: number) => number | undefined;
  /** The cosine of the query with a text that has nothing to do with it; high for some models. */
  readonly unrelated: number;
}

/** What the vectors count beside the words; chosen with the rest of the ranking, see rank.ts. */
const weightOfVectors = 0.4;

/**
 * Fuses both arms by scores that mean the same for every query, as ranks forget how much better the best is. Words: the
 * share of the query's weight, not of the best chunk's score, so that vectors decide where no chunk has many of its
 * words. Vectors: the share of the way from an unrelated text to the nearest.
 */
export function fuse({ words, vectors, similarityOf, unrelated }: ArmScores): RankedChunk[] {
  const range = (vectors[0]?.score ?? unrelated) - unrelated || 1;
  const byWords = new Map(words.map(({ chunkId, score }) => [chunkId, score]));
  const chunkIds = new Set([...byWords.keys(), ...vectors.map(({ chunkId }) => chunkId)]);
  return [...chunkIds].map((chunkId) => {
    const cosine = similarityOf(chunkId) ?? unrelated;
    const byVector = Math.min(1, Math.max(0, (cosine - unrelated) / range));
    return { chunkId, score: (byWords.get(chunkId) ?? 0) + weightOfVectors * byVector };
  });
}
