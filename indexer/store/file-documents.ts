import type { Chunk } from '#indexer/chunk/chunk.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { WritableDb } from './connection.ts';
import { type DocumentRemoval, nothingRemoved, type Removed } from './document-removal.ts';
import { createDocumentWriter } from './document-writer.ts';
import type { ChunkWords } from './full-text-writer.ts';
import { createKeptIds, type KeptIds } from './kept-ids.ts';
import { createMailCopies } from './mail-copies.ts';
import { type MailStanding, mailStandings, noStanding } from './mail-standing.ts';
import { everyOrdinal, type OrdinalRange } from './ordinals.ts';

export interface OrderedDocument {
  /** Where it stands among the documents of its file. */
  readonly ordinal: number;
  readonly document: ParsedDocument;
  readonly chunks: readonly Chunk[];
}

export interface Replaced {
  readonly removed: Removed;
  readonly copies: number;
  /** Chunks that came. */
  readonly chunks: number;
}

/** Puts documents in the place of those that a file had. */
export interface FileDocuments {
  /**
   * `before`: which of them go: those of some ordinals, all, or none where there are none. A document of the same
   * Message-ID or member keeps its id, so that links to it outlive a re-read; of a copy its place is noted. Runs inside the caller's transaction, which adds `words` to the full text.
   */
  replace(
    fileId: number,
    before: OrdinalRange | 'all' | 'none',
    documents: readonly OrderedDocument[],
    words: ChunkWords[],
  ): Replaced;
}

export function createFileDocuments(db: WritableDb, removal: DocumentRemoval): FileDocuments {
  const writer = createDocumentWriter(db);
  const keptIds = createKeptIds(db);
  const copies = createMailCopies(db);

  const write = (
    fileId: number,
    documents: readonly OrderedDocument[],
    standings: readonly MailStanding[],
    ids: KeptIds | null,
    words: ChunkWords[],
  ): number => {
    const siblings = documents.map(({ document }) => document);
    /** Mails that are copies: what is in them may be copies too. */
    const copied = new Set<number>();
    for (const [index, { ordinal, document, chunks }] of documents.entries()) {
      const { key, mail } = standings[index] ?? noStanding;
      const mayBeCopy = document.kind === 'mail' || (mail !== null && copied.has(mail));
      const twin = mayBeCopy ? copies.twinOf(document, key) : null;
      if (twin !== null) {
        const labels = copies.add(fileId, ordinal, document, twin);
        if (labels !== null) words.push(...writer.relabel(twin, document, labels));
        copied.add(index);
        continue;
      }
      const kept = ids?.take(key, document.member) ?? null;
      const tags = kept === null ? document.tags : copies.labelled(document.tags, kept.documentId);
      words.push(...writer.write({ fileId, kept, key, ordinal, siblings, index, document, tags, chunks }));
    }
    return copied.size;
  };

  return {
    replace(fileId, place, documents, words) {
      const range = place === 'all' || place === 'none' ? undefined : place;
      const standings = mailStandings(documents.map(({ document }) => document));
      const ids = place === 'none' ? null : keptIds(fileId, range ?? everyOrdinal, standings);
      const removed = ids === null ? nothingRemoved : removal.clear(fileId, range, ids.again);
      const before = words.length;
      const count = write(fileId, documents, standings, ids, words);
      for (const [documentId, text] of removed.shared) copies.settle(documentId, text);
      const chunks = words.slice(before).filter(({ isKnown }) => !isKnown).length;
      return { removed, copies: count, chunks };
    },
  };
}
