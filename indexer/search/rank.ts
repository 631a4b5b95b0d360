import type { ChunkFacts, DocumentStore } from '../store/documents.ts';
import { boosted, namedIn } from './boosts.ts';
import { type ChunkVector, feedback } from './feedback.ts';
import type { RankedChunk } from './fuse.ts';

/** What a mail repeats of an earlier one counts less than the mail that said it. */
const quotedFactor = 0.6;
/** How many of the best are looked at: enough to pass over a long document that matches everywhere. */
const lookedAt = 200;

/**
 * The best chunks by all that is known of them, best first: what the query names beside its topic, likeness to the best
 * of them where there are vectors, and quoted history ranked down.
 */
export function rank(
  query: string,
  chunks: readonly RankedChunk[],
  documents: DocumentStore,
  vectorsOf: ((chunkIds: readonly number[]) => readonly ChunkVector[]) | null,
): (ChunkFacts & RankedChunk)[] {
  const best = chunks.toSorted((a, b) => b.score - a.score || a.chunkId - b.chunkId).slice(0, lookedAt);
  const scores = new Map(best.map(({ chunkId, score }) => [chunkId, score]));
  const known = documents.facts([...scores.keys()]).map((facts) => {
    const score = scores.get(facts.chunkId) ?? 0;
    return { ...facts, score: facts.quoted === 1 ? score * quotedFactor : score };
  });
  const named = boosted(known, namedIn(query));
  const ranked = vectorsOf === null ? named : nearTheBest(named, vectorsOf);
  return ranked.sort((a, b) => b.score - a.score || a.chunkId - b.chunkId);
}

function nearTheBest(
  chunks: readonly (ChunkFacts & RankedChunk)[],
  vectorsOf: (chunkIds: readonly number[]) => readonly ChunkVector[],
): (ChunkFacts & RankedChunk)[] {
  const messages = new Set(chunks.filter(({ kind }) => kind === 'message').map(({ chunkId }) => chunkId));
  const ofOthers = (chunkIds: readonly number[]): readonly ChunkVector[] =>
    vectorsOf(chunkIds.filter((chunkId) => !messages.has(chunkId)));
  const scores = new Map(feedback(chunks, ofOthers).map(({ chunkId, score }) => [chunkId, score]));
  return chunks.map((chunk) => ({ ...chunk, score: scores.get(chunk.chunkId) ?? chunk.score }));
}
