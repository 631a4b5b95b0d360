import type {
  CopyPlace,
  DocumentKind,
  DocumentView,
  MentionedPerson,
  Place,
} from '#main/contract/document.ts';
import type { AlsoPlace, Filter, Hit } from '#main/contract/search.ts';
import type { ReadableDb } from './connection.ts';
import { createFilterConditions, type FilterCondition } from './filter.ts';
import { createTagsOf } from './mail-tags.ts';
import { unpackPassages } from './passages.ts';
import type { PeopleReader, PersonEntry } from './people.ts';
import { type PackedPlace, unpackPlace } from './place.ts';
import { createTextReader } from './text-blocks.ts';

/** A document without its text: what lists show. */
export interface DocumentSummary {
  readonly documentId: number;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly path: string;
  readonly member: string | null;
  /** ISO 8601 in UTC. */
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
  /** It stands in another mail, which repeats it. */
  readonly isQuotation: boolean;
}

export interface ChunkFacts {
  readonly chunkId: number;
  readonly documentId: number;
  /** 1 for history that a mail repeats. */
  readonly quoted: number;
  /** Equal for chunks that say the same under the same title and headings, hex. */
  readonly content: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly path: string;
  /** null where the document is a file of its own. */
  readonly member: string | null;
  readonly dateMs: number | null;
  /** Names of who sent or wrote it, a line each; null for none. */
  readonly senders: string | null;
}

export interface ScoredChunkId {
  readonly chunkId: number;
  readonly score: number;
  /** Chunks of other documents that say the same. */
  readonly also?: readonly number[];
}

/** A chunk with its exact text; offsets are UTF-16, into the document's text. */
export interface ChunkView {
  readonly chunkId: number;
  readonly documentId: number;
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  readonly heading: string;
  readonly quoted: boolean;
  readonly text: string;
}

export interface DocumentStore {
  read(documentId: number): DocumentView | undefined;
  summary(documentId: number): DocumentSummary | undefined;
  /** Those that lie in the file at a path, in order. */
  inFile(path: string): DocumentSummary[];
  /** Exact: SQL over the metadata, never an estimate. */
  count(filter: Filter): number;
  /** The ids of the filter's documents that came attached to a mail. */
  attached(filter: Filter): number[];
  /** By the document's date; where it has none, by its file's last change. */
  list(filter: Filter, order: 'newest' | 'oldest', limit: number, offset?: number): DocumentSummary[];
  /** The mails that answer each other, oldest first; for what is no mail, the documents of the same file in order. */
  thread(documentId: number): DocumentSummary[];
  /** Everyone that documents name, those with most documents first. */
  people(): readonly PersonEntry[];
  /** Every folder that holds a file with documents, as an absolute path. */
  folders(): string[];
  /** The folders and labels that mails are found by, as their programs name them. */
  labels(): string[];
  /** Every tag and label of any document. */
  tags(): string[];
  chunk(chunkId: number): ChunkView | undefined;
  /** The document's chunks in order. */
  chunks(documentId: number): ChunkView[];
  /** What ranking needs to know of chunks; those that have left the library are left out. */
  facts(chunkIds: readonly number[]): ChunkFacts[];
  /** Scored chunks as hits, in the order given; a chunk that has left the library is passed over. */
  hits(scored: readonly ScoredChunkId[]): Hit[];
  totals(): { documents: number; chunks: number };
}

interface SummaryRow {
  readonly documentId: number;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly path: string;
  readonly member: string | null;
  readonly dateMs: number | null;
  readonly quotation: 0 | 1;
}

interface ChunkRow {
  readonly chunkId: number;
  readonly documentId: number;
  readonly start: number;
  readonly end: number;
  /** JSON of a PackedPlace. */
  readonly place: string;
  readonly heading: string;
  readonly quoted: number;
}

/** Other places of a mail that are told: of a newsletter's copies in a thousand backups nobody reads more. */
const mostCopies = 20;

const summaryColumns =
  'document_id AS documentId, kind, title, path, member, date_ms AS dateMs, is_quotation AS quotation';
const fromDocuments = 'FROM document JOIN file USING (file_id)';
/** What a mail repeats of another is found, but it is no mail. */
const counted = 'is_quotation = 0';
const chunkColumns = `chunk_id AS chunkId, document_id AS documentId, start, end, place, heading, quoted`;

export function createDocumentStore(db: ReadableDb, people: PeopleReader): DocumentStore {
  const conditionOf = createFilterConditions(db, people);
  const byId = db.prepare<[number], SummaryRow>(
    `SELECT ${summaryColumns} ${fromDocuments} WHERE document_id = ?`,
  );
  const texts = createTextReader(db);
  const tagsOf = createTagsOf(db);
  const placesOf = db.prepare<[number], { passages: string; missing: number }>(
    `SELECT passages, missing_since IS NOT NULL AS missing
      FROM document_places JOIN document USING (document_id) JOIN file USING (file_id) WHERE document_id = ?`,
  );
  const copiesOf = db.prepare<[number], CopyPlace>(
    `SELECT path, member FROM mail_copy JOIN file USING (file_id)
      WHERE document_id = ? AND missing_since IS NULL ORDER BY path, ordinal LIMIT ${mostCopies}`,
  );
  const threadOf = db.prepare<[number], { threadId: number | null; fileId: number }>(
    'SELECT thread_id AS threadId, file_id AS fileId FROM document WHERE document_id = ?',
  );
  const inThread = db.prepare<[number], SummaryRow>(
    `SELECT ${summaryColumns} ${fromDocuments} WHERE thread_id = ? ORDER BY date_ms, document_id`,
  );
  const inFile = db.prepare<[number], SummaryRow>(
    `SELECT ${summaryColumns} ${fromDocuments} WHERE file_id = ? ORDER BY ordinal`,
  );
  const atPath = db.prepare<[string], SummaryRow>(
    `SELECT ${summaryColumns} ${fromDocuments} WHERE path = ? ORDER BY ordinal`,
  );
  const filePaths = db
    .prepare<[], string>('SELECT path FROM file WHERE documents > 0 AND missing_since IS NULL')
    .pluck();
  // Each list of tags once: a mailbox's mails have the same few, and taking them apart for 100,000 mails took 400 ms.
  const labels = db
    .prepare<[], string>(
      `SELECT value FROM (SELECT DISTINCT tags FROM document WHERE kind = 'mail'), json_each(tags)
        UNION SELECT value FROM (SELECT DISTINCT tags FROM mail_copy), json_each(tags) ORDER BY value`,
    )
    .pluck();
  const tags = db
    .prepare<[], string>(
      `SELECT DISTINCT value FROM (SELECT DISTINCT tags FROM document), json_each(tags)
        UNION SELECT value FROM (SELECT DISTINCT tags FROM mail_copy), json_each(tags) ORDER BY 1`,
    )
    .pluck();
  const chunkById = db.prepare<[number], ChunkRow>(`SELECT ${chunkColumns} FROM chunk WHERE chunk_id = ?`);
  const chunksOf = db.prepare<[number], ChunkRow>(
    `SELECT ${chunkColumns} FROM chunk WHERE document_id = ? ORDER BY start, chunk_id`,
  );
  const factsOf = db.prepare<[string], ChunkFacts>(
    `SELECT chunk_id AS chunkId, document_id AS documentId, quoted, hex(hash) AS content,
        kind, title, path, member, date_ms AS dateMs,
        (SELECT group_concat(name, char(10)) FROM document_person JOIN person USING (person_id)
          WHERE document_person.document_id = document.document_id AND role IN ('from', 'author') AND name <> '') AS senders
      FROM chunk JOIN document USING (document_id) JOIN file USING (file_id)
      WHERE chunk_id IN (SELECT value FROM json_each(?))`,
  );
  const totals = db.prepare<[], { documents: number; chunks: number }>(
    `SELECT (SELECT count(*) FROM document) - (SELECT count(*) FROM document WHERE is_quotation = 1) AS documents,
      (SELECT count(*) FROM chunk) AS chunks`,
  );
  const summarise = ({ dateMs, quotation, ...row }: SummaryRow): DocumentSummary => ({
    ...row,
    date: isoDate(dateMs),
    people: people.ofDocument(row.documentId),
    isQuotation: quotation === 1,
  });
  const summaryOf = (documentId: number): DocumentSummary | undefined => {
    const row = byId.get(documentId);
    return row === undefined ? undefined : summarise(row);
  };
  const viewChunk = ({ place, quoted, ...row }: ChunkRow): ChunkView => ({
    ...row,
    place: unpackPlace(JSON.parse(place) as PackedPlace),
    quoted: quoted === 1,
    text: texts.slice(row.documentId, row.start, row.end),
  });
  const listed = (condition: FilterCondition, order: string, limit: number, offset: number): SummaryRow[] =>
    db
      .prepare<unknown[], SummaryRow>(
        `SELECT ${summaryColumns} ${fromDocuments} WHERE ${counted} AND ${condition.sql}
          ORDER BY coalesce(date_ms, modified_ms) ${order}, document_id ${order} LIMIT ? OFFSET ?`,
      )
      .all(...condition.values, limit, offset);

  return {
    read(documentId) {
      const row = byId.get(documentId);
      const stored = placesOf.get(documentId);
      if (row === undefined || stored === undefined) return undefined;
      const { people: named, ...summary } = summarise(row);
      const { passages, missing } = stored;
      const text = texts.whole(documentId);
      return {
        ...{ ...summary, people: [...named], text, places: unpackPassages(passages) },
        missing: missing === 1,
        copies: copiesOf.all(documentId),
        tags: tagsOf.all({ documentId }),
      };
    },
    summary: summaryOf,
    inFile: (path) => atPath.all(path).map(summarise),
    count(filter) {
      const { sql, values } = conditionOf(filter);
      return Number(
        db
          .prepare(`SELECT count(*) ${fromDocuments} WHERE ${counted} AND ${sql}`)
          .pluck()
          .get(...values),
      );
    },
    attached(filter) {
      const { sql, values } = conditionOf(filter);
      return db
        .prepare<unknown[], number>(
          `SELECT document_id ${fromDocuments} WHERE ${counted} AND ${sql} AND member IS NOT NULL AND EXISTS (
            SELECT 1 FROM document AS holder
              WHERE holder.file_id = document.file_id AND holder.member IS NULL AND holder.kind = 'mail')`,
        )
        .pluck()
        .all(...values);
    },
    list: (filter, order, limit, offset = 0) =>
      listed(conditionOf(filter), order === 'newest' ? 'DESC' : 'ASC', limit, offset).map(summarise),
    thread(documentId) {
      const of = threadOf.get(documentId);
      if (of === undefined) return [];
      return (of.threadId === null ? inFile.all(of.fileId) : inThread.all(of.threadId)).map(summarise);
    },
    people: () => people.directory(),
    labels: () => labels.all(),
    tags: () => tags.all(),
    folders: () => [...new Set(filePaths.all().map(folderOf))].sort(),
    chunk(chunkId) {
      const row = chunkById.get(chunkId);
      return row === undefined ? undefined : viewChunk(row);
    },
    chunks: (documentId) => chunksOf.all(documentId).map(viewChunk),
    facts: (chunkIds) => factsOf.all(JSON.stringify(chunkIds)),
    hits(scored) {
      const summaries = new Map<number, DocumentSummary | undefined>();
      const summaryOnce = (documentId: number): DocumentSummary | undefined => {
        if (!summaries.has(documentId)) summaries.set(documentId, summaryOf(documentId));
        return summaries.get(documentId);
      };
      const placeOf = (chunkId: number): AlsoPlace[] => {
        const summary = summaryOnce(chunkById.get(chunkId)?.documentId ?? -1);
        if (summary === undefined) return [];
        const { documentId, title, path, member } = summary;
        return [{ documentId, title, path, member }];
      };
      return scored.flatMap(({ chunkId, score, also = [] }) => {
        const row = chunkById.get(chunkId);
        const summary = row === undefined ? undefined : summaryOnce(row.documentId);
        if (row === undefined || summary === undefined) return [];
        const copies = copiesOf.all(row.documentId);
        return [hitOf(viewChunk(row), summary, score, copies, also.flatMap(placeOf))];
      });
    },
    totals: () => totals.get() ?? { documents: 0, chunks: 0 },
  };
}

function isoDate(dateMs: number | null): string | null {
  return dateMs === null ? null : new Date(dateMs).toISOString();
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 1));
}

function hitOf(
  chunk: ChunkView,
  summary: DocumentSummary,
  score: number,
  copies: CopyPlace[],
  also: AlsoPlace[],
): Hit {
  const { chunkId, documentId, place, start, end, text } = chunk;
  const { kind, title, path, member, date, people } = summary;
  const names = [...new Set(people.map(({ name, address }) => (name === '' ? (address ?? '') : name)))];
  return {
    score,
    chunkId,
    documentId,
    kind,
    title,
    path,
    member,
    copies,
    also,
    date,
    people: names,
    place,
    start,
    end,
    text,
  };
}
