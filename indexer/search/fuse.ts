import type { TextMatch } from '../store/text-index.ts';
import type { ScoredChunk } from './vectors/vector-table.ts';

/** A chunk's score, between 0 and 1 before ranking changes it. */
export interface RankedChunk {
  readonly chunkId: number;
  readonly score: number;
}

/** How much of the fused score is the vectors'. One value for every query and set: see the measurements in DESIGN. */
const vectorWeight = 0.4;

/**
 * Fuses both arms by score. Each arm's scores are stretched so that its best is 1 and the last of a full list is 0:
 * what an arm does not list is below all that it does. `limit` is how many each arm was asked for.
 */
export function fuse(
  words: readonly TextMatch[],
  vectors: readonly ScoredChunk[],
  limit: number,
  similarityOf: (chunkId: number) => number | undefined,
): RankedChunk[] {
  const word = stretched(
    words.map(({ score }) => score),
    limit,
    0,
  );
  const vector = stretched(
    vectors.map(({ cosine }) => cosine),
    limit,
    vectors.at(-1)?.cosine ?? 0,
  );
  const wordScores = new Map(words.map(({ chunkId, score }) => [chunkId, word(score)]));
  const chunkIds = new Set([...wordScores.keys(), ...vectors.map(({ chunkId }) => chunkId)]);
  return [...chunkIds].map((chunkId) => {
    const cosine = similarityOf(chunkId);
    const byVector = cosine === undefined ? 0 : vector(cosine);
    return { chunkId, score: (1 - vectorWeight) * (wordScores.get(chunkId) ?? 0) + vectorWeight * byVector };
  });
}

/** Maps the best score to 1 and the last of a full list to 0; `floor` is 0 where the list is not full. */
function stretched(scores: readonly number[], limit: number, floor: number): (score: number) => number {
  const best = scores[0] ?? 1;
  const least = scores.length < limit ? floor : (scores.at(-1) ?? floor);
  const range = best - least || 1;
  return (score) => Math.max(0, (score - least) / range);
}
