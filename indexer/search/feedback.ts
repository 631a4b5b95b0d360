import { dotStored, type StoredInt8, signedValues } from '../store/int8.ts';
import type { RankedChunk } from './fuse.ts';

/** How many of the best are taken for right, how many are ranked by them, and how much likeness to them counts. */
const takenForRight = 3;
const ranked = 100;
const weight = 1;
/** A chunk counts among the best by its score to this power: one that answers far better than the next decides alone. */
const steepness = 4;

/** A chunk's embedding. */
export interface ChunkVector extends StoredInt8 {
  readonly chunkId: number;
}

/**
 * Ranks the best chunks again by how near they are to the best three (pseudo relevance feedback by vectors: Rocchio 1971
 * over embeddings): what answers a question is like what answers it best. Where these are unlike each other nothing is
 * near them all, and little changes. Chunks without a vector gain what the mean does. Short messages are left alone, for
 * they are like each other in little but length.
 */
export function feedback(
  chunks: readonly RankedChunk[],
  vectorsOf: (chunkIds: readonly number[]) => readonly ChunkVector[],
): RankedChunk[] {
  const best = chunks.toSorted((a, b) => b.score - a.score).slice(0, ranked);
  const vectors = new Map(vectorsOf(best.map(({ chunkId }) => chunkId)).map((one) => [one.chunkId, one]));
  const centre = centreOf(
    best.filter(({ chunkId }) => vectors.has(chunkId)).slice(0, takenForRight),
    vectors,
  );
  if (centre === null) return [...chunks];
  const nearness = new Map([...vectors].map(([chunkId, vector]) => [chunkId, dotStored(centre, vector)]));
  const mean = [...nearness.values()].reduce((sum, one) => sum + one, 0) / nearness.size;
  return chunks.map(({ chunkId, score }) => ({
    chunkId,
    score: score + weight * ((nearness.get(chunkId) ?? mean) - mean),
  }));
}

/** The mean of the chunks' vectors, weighed by their scores; null where there are none. */
function centreOf(
  chunks: readonly RankedChunk[],
  vectors: ReadonlyMap<number, ChunkVector>,
): Float64Array | null {
  const centre = new Float64Array(vectors.get(chunks[0]?.chunkId ?? -1)?.vector.length ?? 0);
  let whole = 0;
  for (const { chunkId, score } of chunks) {
    const one = vectors.get(chunkId);
    if (one === undefined) continue;
    const share = Math.max(0, score) ** steepness;
    whole += share;
    const values = signedValues(one);
    for (let at = 0; at < centre.length; at++)
      centre[at] = (centre[at] ?? 0) + share * one.scale * (values[at] ?? 0);
  }
  return whole === 0 ? null : centre.map((component) => component / whole);
}
