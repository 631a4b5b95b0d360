import type { Chunk } from '#indexer/chunk/chunk.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { WritableDb } from './connection.ts';
import {
  type DocumentRemoval,
  everyOrdinal,
  nothingRemoved,
  type OrdinalRange,
  type Removed,
} from './document-removal.ts';
import { createDocumentWriter } from './document-writer.ts';
import type { ChunkWords } from './full-text-writer.ts';

export interface OrderedDocument {
  /** Where it stands among the documents of its file. */
  readonly ordinal: number;
  readonly document: ParsedDocument;
  readonly chunks: readonly Chunk[];
}

/** Puts documents in the place of those that a file had. */
export interface FileDocuments {
  /**
   * `before`: which of them go: those of some ordinals, all, or none where there are none. A document of the same member keeps its id, so
   * that links to it outlive a re-read. Runs inside the caller's transaction, which adds `words` to the full text.
   */
  replace(
    fileId: number,
    before: OrdinalRange | 'all' | 'none',
    documents: readonly OrderedDocument[],
    words: ChunkWords[],
  ): Removed;
}

export function createFileDocuments(db: WritableDb, removal: DocumentRemoval): FileDocuments {
  const known = db.prepare<[number, number, number], { documentId: number; member: string | null }>(
    `SELECT document_id AS documentId, member FROM document
      WHERE file_id = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal`,
  );
  const writer = createDocumentWriter(db);

  const idsByMember = (fileId: number, range: OrdinalRange = everyOrdinal): Map<string, number[]> => {
    const ids = new Map<string, number[]>();
    for (const { documentId, member } of known.all(fileId, range.from, range.to)) {
      const same = ids.get(member ?? '');
      if (same === undefined) ids.set(member ?? '', [documentId]);
      else same.push(documentId);
    }
    return ids;
  };

  return {
    replace(fileId, before, documents, words) {
      const range = before === 'all' || before === 'none' ? undefined : before;
      const ids = before === 'none' ? new Map<string, number[]>() : idsByMember(fileId, range);
      const removed = before === 'none' ? nothingRemoved : removal.clear(fileId, range);
      const siblings = documents.map(({ document }) => document);
      for (const [index, { ordinal, document, chunks }] of documents.entries()) {
        const keptId = ids.get(document.member ?? '')?.shift() ?? null;
        words.push(...writer.write({ fileId, keptId, ordinal, siblings, index, document, chunks }));
      }
      return removed;
    },
  };
}
