import type { DocumentStore } from '../store/documents.ts';
import type { RankedChunk } from './fuse.ts';

/** What a mail repeats of an earlier one counts less than the mail that said it. */
const quotedFactor = 0.6;
/** Hits of one document, so that a long one does not fill the list. */
const hitsOfDocument = 3;
/** How many of the best are looked at: enough to pass over a long document that matches everywhere. */
const lookedAtLeast = 200;

/**
 * The hits to show, best first: quoted history ranked down, no text twice, few chunks of one document while there are
 * others.
 */
export function pick(ranked: readonly RankedChunk[], documents: DocumentStore, limit: number): RankedChunk[] {
  const best = ranked
    .toSorted((a, b) => b.score - a.score || a.chunkId - b.chunkId)
    .slice(0, Math.max(lookedAtLeast, 2 * limit));
  const facts = new Map(
    documents.facts(best.map(({ chunkId }) => chunkId)).map((fact) => [fact.chunkId, fact]),
  );
  const known = best.flatMap(({ chunkId, score }) => {
    const fact = facts.get(chunkId);
    if (fact === undefined) return [];
    return [{ ...fact, score: fact.quoted === 1 ? score * quotedFactor : score }];
  });
  const files = new Map(known.filter(({ isFile }) => isFile === 1).map((fact) => [fact.content, fact]));
  const seen = new Set<string>();
  const ofDocument = new Map<number, number>();
  const picked: RankedChunk[] = [];
  const more: RankedChunk[] = [];
  for (const { score, ...found } of known.sort((a, b) => b.score - a.score)) {
    if (seen.has(found.content)) continue;
    seen.add(found.content);
    // A paper that also hangs on a mail is opened where it lies by itself.
    const { chunkId, documentId } = files.get(found.content) ?? found;
    const before = ofDocument.get(documentId) ?? 0;
    ofDocument.set(documentId, before + 1);
    (before < hitsOfDocument ? picked : more).push({ chunkId, score });
  }
  return [...picked, ...more].slice(0, limit).sort((a, b) => b.score - a.score);
}
