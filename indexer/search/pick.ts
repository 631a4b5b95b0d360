import type { ChunkFacts } from '../store/documents.ts';
import type { RankedChunk } from './fuse.ts';
import { isCopy, printOf, type TextPrint } from './near-copies.ts';

/** Hits of one document, so that a long one does not fill the list. */
const hitsOfDocument = 3;
/** Chunks looked at behind the last hit, for further places of what is shown. */
const lookedAtBehind = 10;
/** Places told of one passage. */
const mostPlaces = 10;

/** A passage to show, and the chunks of other documents that say the same. */
export interface PickedChunk extends RankedChunk {
  readonly also: readonly number[];
}

interface Shown {
  facts: ChunkFacts & RankedChunk;
  readonly print: TextPrint;
  readonly also: (ChunkFacts & RankedChunk)[];
}

/**
 * The passages to show, best first: nothing that says no more than one before it, which is listed with that instead, and
 * few of one document while there are others. `chunks` are sorted, best first.
 */
export function pick(
  chunks: readonly (ChunkFacts & RankedChunk)[],
  textOf: (chunkId: number) => string,
  limit: number,
): PickedChunk[] {
  const shown: Shown[] = [];
  const more: Shown[] = [];
  const ofDocument = new Map<number, number>();
  let behind = 0;
  for (const facts of chunks) {
    if (shown.length >= limit && ++behind > lookedAtBehind) break;
    const print = printOf(textOf(facts.chunkId));
    const same = [...shown, ...more].find(
      (one) => one.facts.content === facts.content || isCopy(print, one.print),
    );
    if (same !== undefined) {
      addPlace(same, facts);
      continue;
    }
    const before = ofDocument.get(facts.documentId) ?? 0;
    ofDocument.set(facts.documentId, before + 1);
    (before < hitsOfDocument ? shown : more).push({ facts, print, also: [] });
  }
  return [...shown, ...more]
    .slice(0, limit)
    .sort((a, b) => b.facts.score - a.facts.score)
    .map(({ facts: { chunkId, score }, also }) => ({ chunkId, score, also: also.map((one) => one.chunkId) }));
}

/** A paper that also hangs on a mail is opened where it lies by itself. */
function addPlace(shown: Shown, facts: ChunkFacts & RankedChunk): void {
  const isApart =
    facts.member === null && shown.facts.member !== null && facts.content === shown.facts.content;
  const other = isApart ? shown.facts : facts;
  if (isApart) shown.facts = { ...facts, score: shown.facts.score };
  const isNew = [shown.facts, ...shown.also].every(({ documentId }) => documentId !== other.documentId);
  if (isNew && shown.also.length < mostPlaces) shown.also.push(other);
}
