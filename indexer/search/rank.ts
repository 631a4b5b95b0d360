import type { ChunkFacts, DocumentStore } from '../store/documents.ts';
import { boosted, namedIn } from './boosts.ts';
import { type ChunkVector, feedback } from './feedback.ts';
import type { RankedChunk } from './fuse.ts';

/*
 * The ranking is one for all material. Its weights (vectors .4 in fuse.ts; sender .4 and date .3 in boosts.ts) and the
 * scale of the words (the share of the query's weight, not of the best score) are those with the best mean over five
 * sets, among 144 combinations replayed with all-MiniLM-L6-v2, and what each of five folds over the queries chooses.
 * nDCG@10 of each set when it is held out and the others choose (before: with the best score as the scale, and nothing
 * else): scifact .744 (.735), cranfield .497 (.479), locomo-session .841 (.838), qmsum-val .558 (.533), locomo-turn .575
 * (.575): it alone names senders of messages, and chosen with it .626. Likeness to the best 1 by scores to the fourth
 * power (feedback.ts), among 24 more, is what every fold chooses, and with the third or fourth the other sets where one
 * is held out; .5 by the scores as they are had scifact .739, cranfield .495, and this .740 and .505. Messages, of which
 * the other sets are made, are not ranked by it.
 */

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
