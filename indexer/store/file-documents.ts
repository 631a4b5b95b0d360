import type { WritableDb } from './connection.ts';
import { type DocumentRemoval, nothingRemoved, type Removed } from './document-removal.ts';
import { createDocumentWriter } from './document-writer.ts';
import type { ChunkWords } from './full-text-writer.ts';
import { createKeptIds, type KeptIds } from './kept-ids.ts';
import { createMailCopies } from './mail-copies.ts';
import { mailStandings, noStanding } from './mail-standing.ts';
import { everyOrdinal, type OrdinalRange } from './ordinals.ts';
import { createQuotedMails } from './quoted-mails.ts';
import { createSuperseding, type OrderedDocument, type Writing } from './superseding.ts';

export interface Replaced {
  readonly removed: Removed;
  /** Chunks that went with quotations whose originals came, in whatever files. */
  readonly superseded: readonly number[];
  /** Documents that came and copies; quotations are not counted. */
  readonly entries: number;
  readonly copies: number;
  /** Chunks that came. */
  readonly chunks: number;
}

/** Puts documents in the place of those that a file had. */
export interface FileDocuments {
  /**
   * `before`: which of them go: those of some ordinals, all, or none where there are none. A document of the same
   * Message-ID or member keeps its id, so that links to it outlive a re-read; of a copy its place is noted. Runs inside the caller's transaction, which adds `batch` to the full text.
   */
  replace(
    fileId: number,
    before: OrdinalRange | 'all' | 'none',
    documents: readonly OrderedDocument[],
    batch: ChunkWords[],
  ): Replaced;
}

export function createFileDocuments(db: WritableDb, removal: DocumentRemoval): FileDocuments {
  const writer = createDocumentWriter(db);
  const keptIds = createKeptIds(db);
  const copies = createMailCopies(db);

  const quoted = createQuotedMails(db);
  const supersede = createSuperseding(db, removal, quoted);

  /** Notes the place of what the library has already; null where the document is to be written. */
  const noteKnown = (writing: Writing, index: number): 'copy' | 'quoted' | null => {
    const { fileId, documents, standings, copied } = writing;
    const one = documents[index];
    const { key, mail } = standings[index] ?? noStanding;
    if (one === undefined) return null;
    const { document, ordinal } = one;
    const isMail = document.kind === 'mail' && !document.isQuotation;
    const twin = isMail || (mail !== null && copied.has(mail)) ? copies.twinOf(document, key) : null;
    if (twin !== null) {
      const labels = copies.add(fileId, ordinal, document, twin);
      if (labels !== null) writing.words.push(...writer.relabel(twin, document, labels));
      return 'copy';
    }
    const around = mail === null ? undefined : documents[mail]?.document;
    const original = document.isQuotation ? quoted.originalOf(document, around) : null;
    if (original === null) return null;
    quoted.note(fileId, ordinal, original);
    return 'quoted';
  };

  const write = (writing: Writing, ids: KeptIds | null): void => {
    const { fileId, documents, standings } = writing;
    const siblings = documents.map(({ document }) => document);
    for (const [index, one] of documents.entries()) {
      const { document } = one;
      const known = noteKnown(writing, index);
      if (known === 'copy') writing.copied.add(index);
      if (!document.isQuotation) writing.entries += 1;
      if (known !== null) continue;
      const { key } = standings[index] ?? noStanding;
      const before = ids?.take(key, document.member) ?? null;
      const kept =
        document.kind === 'mail' && !document.isQuotation ? supersede(writing, document, before) : before;
      const tags = kept === null ? document.tags : copies.labelled(document.tags, kept.documentId);
      writing.words.push(...writer.write({ ...one, fileId, kept, key, siblings, index, tags }));
    }
  };

  return {
    replace(fileId, place, documents, batch) {
      const range = place === 'all' || place === 'none' ? undefined : place;
      const standings = mailStandings(documents.map(({ document }) => document));
      const ids = place === 'none' ? null : keptIds(fileId, range ?? everyOrdinal, standings);
      const removed = ids === null ? nothingRemoved : removal.clear(fileId, range, ids.again);
      const writing: Writing = {
        ...{ fileId, documents, standings, batch, copied: new Set(), words: [], entries: 0 },
        superseded: [],
      };
      write(writing, ids);
      for (const [documentId, before] of removed.shared) copies.settle(documentId, before);
      for (const one of writing.superseded) removal.tidy(one);
      batch.push(...writing.words);
      const { entries, copied, words, superseded } = writing;
      const chunks = words.filter(({ isKnown }) => !isKnown).length;
      return {
        removed,
        superseded: superseded.flatMap(({ chunkIds }) => chunkIds),
        entries,
        copies: copied.size,
        chunks,
      };
    },
  };
}
