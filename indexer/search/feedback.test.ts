import { expect, test } from 'vitest';
import { type ChunkVector, feedback } from './feedback.ts';
import type { RankedChunk } from './fuse.ts';

const scale = 1 / 127;
/** Unit vectors of two dimensions, by their direction. */
const toward = (chunkId: number, x: number, y: number): ChunkVector => {
  const length = Math.hypot(x, y);
  const values = Int8Array.from([x, y], (component) => Math.round((127 * component) / length));
  return { chunkId, scale, vector: new Uint8Array(values.buffer) };
};

function scoresAfter(chunks: readonly RankedChunk[], vectors: readonly ChunkVector[]): Map<number, number> {
  const ranked = feedback(chunks, (chunkIds) => vectors.filter(({ chunkId }) => chunkIds.includes(chunkId)));
  return new Map(ranked.map(({ chunkId, score }) => [chunkId, score]));
}

test('what is like the one that answers far better than the next gains more than what is like the next two', () => {
  const chunks = [1, 0.5, 0.5, 0.2, 0.2].map((score, index) => ({ chunkId: index + 1, score }));
  const likeFirst = toward(4, 1, 0);
  const likeOthers = toward(5, 0, 1);
  const scores = scoresAfter(chunks, [
    toward(1, 1, 0),
    toward(2, 0, 1),
    toward(3, 0, 1),
    likeFirst,
    likeOthers,
  ]);
  expect(scores.get(4)).toBeGreaterThan((scores.get(5) ?? 0) + 0.3);
});

test('best chunks that are unlike each other change less than those that agree', () => {
  const chunks = [0.9, 0.9, 0.2, 0.2].map((score, index) => ({ chunkId: index + 1, score }));
  const gain = (second: ChunkVector): number => {
    const scores = scoresAfter(chunks, [toward(1, 1, 0), second, toward(3, 1, 1), toward(4, -1, -1)]);
    return (scores.get(3) ?? 0) - (scores.get(4) ?? 0);
  };
  expect(gain(toward(2, -1, 0.2))).toBeLessThan(gain(toward(2, 1, 0.2)) / 2);
});

test('without vectors the scores stay', () => {
  const chunks = [{ chunkId: 1, score: 0.7 }];
  expect(feedback(chunks, () => [])).toEqual(chunks);
});
