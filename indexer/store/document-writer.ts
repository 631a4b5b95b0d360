import type { Chunk } from '#indexer/chunk/chunk.ts';
import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { MentionedPerson } from '#main/contract/document.ts';
import type { WritableDb } from './connection.ts';
import { nameWords } from './file-name.ts';
import type { ChunkWords } from './full-text-writer.ts';
import type { KeptDocument } from './kept-ids.ts';
import { neighbourContext, neighbourReach } from './neighbours.ts';
import { packPassages } from './passages.ts';
import { createPersonWriter } from './people.ts';
import { packPlace } from './place.ts';
import { hashOf, type PreparedDocument } from './prepared-document.ts';
import { openingOf } from './quoted-text.ts';
import { createTextReader, createTextWriter } from './text-blocks.ts';
import { createThreadWriter } from './threads.ts';

interface DocumentWrite extends PreparedDocument {
  readonly fileId: number;
  /** What this document was before its file was read again. */
  readonly kept: KeptDocument | null;
  readonly ordinal: number;
  /** What is written of the file at once, in order; this document is at `index`. */
  readonly siblings: readonly ParsedDocument[];
  readonly index: number;
  /** Its own and those of its copies. */
  readonly tags: readonly string[];
  /** By which copies of it are known; null where none can be. */
  readonly key: number | null;
}

export interface DocumentWriter {
  /** Runs inside the caller's transaction; returns what of the document's chunks goes into the full text. */
  write(write: DocumentWrite): readonly ChunkWords[];
  /** What the chunks of a mail are found by once these are its labels. */
  relabel(documentId: number, mail: ParsedDocument, tags: readonly string[]): readonly ChunkWords[];
}

type DocumentValues = [
  id: number | null,
  fileId: number,
  ordinal: number,
  kind: string,
  member: string | null,
  title: string,
  dateMs: number | null,
  threadId: number | null,
  tags: string,
  attachments: string,
  hiddenChars: number,
  isQuotation: number,
];
interface ChunkRow {
  readonly chunkId: number;
  readonly title: string;
  readonly heading: string;
  readonly start: number;
  readonly end: number;
  readonly member: string | null;
  readonly path: string;
}
type ChunkValues = [number, number, number, string, string, number, Uint8Array];

export function createDocumentWriter(db: WritableDb): DocumentWriter {
  const insertDocument = db.prepare<DocumentValues>(
    `INSERT INTO document (document_id, file_id, ordinal, kind, member, title, date_ms, thread_id, tags, attachments,
        hidden_chars, is_quotation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPlaces = db.prepare<[number, string]>(
    'INSERT INTO document_places (document_id, passages) VALUES (?, ?)',
  );
  const texts = createTextWriter(db);
  const insertChunk = db.prepare<ChunkValues>(
    'INSERT INTO chunk (document_id, start, end, place, heading, quoted, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertKey = db.prepare<[number, 'is' | 'names' | 'seeks' | 'opens' | 'quotes', number]>(
    'INSERT INTO mail_key (document_id, role, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const stored = createTextReader(db);
  const chunksOf = db.prepare<[number], ChunkRow>(
    `SELECT chunk_id AS chunkId, title, heading, start, end, member, path
      FROM chunk JOIN document USING (document_id) JOIN file USING (file_id)
      WHERE document_id = ? ORDER BY chunk_id`,
  );
  const threads = createThreadWriter(db);
  const people = createPersonWriter(db);

  const pathOf = db.prepare<[number], string>('SELECT path FROM file WHERE file_id = ?').pluck();

  const writeChunk = (
    documentId: number,
    { title, text }: ParsedDocument,
    chunk: Chunk,
    hash: Uint8Array,
    context: string,
    name: string,
  ): ChunkWords => {
    const { start, end, heading, quoted } = chunk;
    const place = JSON.stringify(packPlace(chunk.place));
    const { lastInsertRowid } = insertChunk.run(documentId, start, end, place, heading, quoted ? 1 : 0, hash);
    return {
      chunkId: Number(lastInsertRowid),
      title: titleWords(title, heading, name),
      text: text.slice(start, end),
      context,
    };
  };

  return {
    write(write) {
      const { index, siblings, document } = write;
      const joined = threads.join({ document, key: write.key, before: write.kept?.threadId ?? null });
      const { lastInsertRowid } = insertDocument.run(...documentValues(write, joined?.threadId ?? null));
      const documentId = Number(lastInsertRowid);
      if (write.key !== null) insertKey.run(documentId, 'is', write.key);
      for (const key of joined?.links.names ?? []) insertKey.run(documentId, 'names', key);
      const opening = document.kind === 'mail' ? openingOf(document) : null;
      if (opening !== null) insertKey.run(documentId, document.isQuotation ? 'quotes' : 'opens', opening);
      if (joined?.links.seeks != null) insertKey.run(documentId, 'seeks', joined.links.seeks);
      texts.write(documentId, write.blocks);
      insertPlaces.run(documentId, packPassages(document.passages));
      people.write(documentId, document.people);
      const before = siblings.slice(Math.max(0, index - neighbourReach), index);
      const after = siblings.slice(index + 1, index + 1 + neighbourReach);
      const context = [
        ...around({ ...document, tags: write.tags }),
        neighbourContext(document, before, after),
      ].join('\n');
      const name = nameWords(document, pathOf.get(write.fileId) ?? '');
      return write.chunks.map((chunk, at) =>
        writeChunk(documentId, document, chunk, hashOf(write, at), context, at === 0 ? name : ''),
      );
    },
    relabel(documentId, mail, tags) {
      const context = around({ ...mail, tags }).join('\n');
      return chunksOf.all(documentId).map(({ chunkId, title, heading, start, end, member, path }, at) => ({
        ...{ chunkId, context, isKnown: true as const },
        title: titleWords(
          title,
          heading,
          at === 0 ? nameWords({ kind: mail.kind, title, member }, path) : '',
        ),
        text: stored.slice(documentId, start, end),
      }));
    },
  };
}

function documentValues(write: DocumentWrite, threadId: number | null): DocumentValues {
  const { kind, member, title, date, tags, attachments, hidden } = write.document;
  const dateMs = date === null ? Number.NaN : Date.parse(date);
  return [
    write.kept?.documentId ?? null,
    write.fileId,
    write.ordinal,
    kind,
    member,
    title,
    Number.isNaN(dateMs) ? null : dateMs,
    threadId,
    JSON.stringify(tags),
    JSON.stringify(attachments.map(({ name }) => name)),
    hidden.reduce((sum, text) => sum + text.length, 0),
    write.document.isQuotation ? 1 : 0,
  ];
}

/** What a chunk is found by first: its title and headings; the first one of a document also by the file's name. */
export function titleWords(title: string, heading: string, name: string): string {
  return [title, heading, name].filter((part) => part !== '').join('\n');
}

/** What a document is found by beside its title and text. */
export interface Surroundings {
  readonly people: readonly Pick<MentionedPerson, 'name' | 'address'>[];
  readonly attachments: readonly { readonly name: string }[];
  readonly tags: readonly string[];
}

export function around({ people, attachments, tags }: Surroundings): string[] {
  const names = people.map(({ name, address }) => (name === '' ? (address ?? '') : name));
  return [...new Set([...names, ...attachments.map(({ name }) => name), ...tags])];
}
