import type { DocumentKind, MentionedPerson } from '#main/contract/document.ts';
import type { WritableDb } from './connection.ts';
import { around, titleWords } from './document-writer.ts';
import { nameWords } from './file-name.ts';
import type { ChunkWords } from './full-text-writer.ts';
import { createTagsOf } from './mail-tags.ts';
import { type Neighbour, neighbourContext, neighbourReach } from './neighbours.ts';
import { createTextReader } from './text-blocks.ts';

interface StoredDocument {
  readonly documentId: number;
  readonly fileId: number;
  readonly ordinal: number;
  readonly kind: DocumentKind;
  readonly member: string | null;
  readonly title: string;
  readonly path: string;
  /** JSON array of names. */
  readonly attachments: string;
}

interface StoredChunk {
  readonly chunkId: number;
  readonly start: number;
  readonly end: number;
  readonly heading: string;
}

/** Tells what the chunks of a stored document are found by: what the full text got when it was written. */
export function createStoredWords(db: WritableDb): (documentId: number) => ChunkWords[] {
  const byId = db.prepare<[number], StoredDocument>(
    `SELECT document_id AS documentId, file_id AS fileId, ordinal, kind, member, title, path, attachments
      FROM document JOIN file USING (file_id) WHERE document_id = ?`,
  );
  const chunksOf = db.prepare<[number], StoredChunk>(
    'SELECT chunk_id AS chunkId, start, end, heading FROM chunk WHERE document_id = ? ORDER BY chunk_id',
  );
  const peopleOf = db.prepare<[number], Pick<MentionedPerson, 'name' | 'address'>>(
    'SELECT name, address FROM document_person JOIN person USING (person_id) WHERE document_id = ? ORDER BY ordinal',
  );
  const tagsOf = createTagsOf(db);
  const neighboursOf = createNeighbours(db);
  const texts = createTextReader(db);

  const contextOf = (document: StoredDocument, text: string): string => {
    const { documentId } = document;
    // The document writer alone writes this column.
    const names = JSON.parse(document.attachments) as string[];
    const surroundings = {
      people: peopleOf.all(documentId),
      attachments: names.map((name) => ({ name })),
      tags: tagsOf.all({ documentId }),
    };
    const { before, after } = neighboursOf(document);
    const neighbours = neighbourContext({ kind: document.kind, text }, before, after);
    return [...around(surroundings), neighbours].join('\n');
  };
  return (documentId) => {
    const document = byId.get(documentId);
    if (document === undefined) return [];
    const text = texts.whole(documentId);
    const context = contextOf(document, text);
    const name = nameWords(document, document.path);
    return chunksOf.all(documentId).map(({ chunkId, start, end, heading }, index) => ({
      ...{ chunkId, context },
      title: titleWords(document.title, heading, index === 0 ? name : ''),
      text: text.slice(start, end),
    }));
  };
}

function createNeighbours(db: WritableDb) {
  const beside = (order: '<' | '>') =>
    db.prepare<[number, number], { documentId: number; kind: string }>(
      `SELECT document_id AS documentId, kind FROM document WHERE file_id = ? AND ordinal ${order} ?
        ORDER BY ordinal ${order === '<' ? 'DESC' : 'ASC'} LIMIT ${neighbourReach}`,
    );
  const [above, below] = [beside('<'), beside('>')];
  const texts = createTextReader(db);
  const withText = ({ documentId, kind }: { documentId: number; kind: string }): Neighbour => ({
    ...{ kind, text: texts.whole(documentId) },
  });
  return ({ fileId, ordinal, kind }: StoredDocument): { before: Neighbour[]; after: Neighbour[] } => {
    // Messages alone have neighbours; another document's may be a book.
    if (kind !== 'message') return { before: [], after: [] };
    const before = above.all(fileId, ordinal).map(withText).toReversed();
    return { before, after: below.all(fileId, ordinal).map(withText) };
  };
}
