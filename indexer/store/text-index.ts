import type { Filter } from '#main/contract/search.ts';
import type { ReadableDb } from './database.ts';
import { filterCondition } from './filter.ts';
import type { PeopleReader } from './people.ts';

/** A chunk that matches a full-text expression. */
export interface TextMatch {
  readonly chunkId: number;
  readonly documentId: number;
  /** BM25, higher is better. */
  readonly score: number;
}

/** The library's full text, by FTS5. */
export interface TextIndex {
  /** The best `limit` chunks of a well-formed FTS5 expression within the filter, best first. */
  match(expression: string, filter: Filter, limit: number): TextMatch[];
  /** The same of exactly these documents, or of all (null). */
  matchAmong(expression: string, documentIds: readonly number[] | null, limit: number): TextMatch[];
  /** How many chunks match, counted no further than `most`. */
  count(expression: string, most: number): number;
  /** The documents a filter lets through; null where it lets everything through. */
  documentsIn(filter: Filter): number[] | null;
}

/** How much a word counts by where it stands: BM25 column weights. */
const titleWeight = 2;
const textWeight = 1;
const contextWeight = 0.3;
const rank = `bm25(chunk_text, ${titleWeight}, ${textWeight}, ${contextWeight})`;

/** Up to this many documents their chunks are listed first; beyond, each matching chunk is looked up. */
const fewDocuments = 1000;

export function createTextIndex(db: ReadableDb, people: PeopleReader): TextIndex {
  const ofAll = db.prepare<[string, number], TextMatch>(
    `SELECT chunk_id AS chunkId, document_id AS documentId, -score AS score
      FROM (SELECT rowid, ${rank} AS score FROM chunk_text WHERE chunk_text MATCH ? ORDER BY score LIMIT ?)
      JOIN chunk ON chunk_id = rowid ORDER BY score DESC`,
  );
  // The + keeps SQLite from asking the full text once for every chunk of the list, which takes milliseconds each.
  const ofFew = db.prepare<[string, string, number], TextMatch>(
    `SELECT chunk_id AS chunkId, document_id AS documentId, -score AS score
      FROM (SELECT rowid, ${rank} AS score FROM chunk_text
        WHERE chunk_text MATCH ? AND +rowid IN
          (SELECT chunk_id FROM json_each(?) CROSS JOIN chunk ON document_id = value)
        ORDER BY score LIMIT ?)
      JOIN chunk ON chunk_id = rowid ORDER BY score DESC`,
  );
  const ofMany = db.prepare<[string, string, number], TextMatch>(
    `SELECT chunk_id AS chunkId, document_id AS documentId, -${rank} AS score
      FROM chunk_text CROSS JOIN chunk ON chunk_id = chunk_text.rowid
      WHERE chunk_text MATCH ? AND document_id IN (SELECT value FROM json_each(?)) ORDER BY score DESC LIMIT ?`,
  );
  const count = db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM chunk_text WHERE chunk_text MATCH ? LIMIT ?)',
    )
    .pluck();
  const matchAmong: TextIndex['matchAmong'] = (expression, documentIds, limit) => {
    if (documentIds === null) return ofAll.all(expression, limit);
    const some = documentIds.length <= fewDocuments ? ofFew : ofMany;
    return some.all(expression, JSON.stringify(documentIds), limit);
  };
  const documentsIn: TextIndex['documentsIn'] = (filter) => {
    const { sql, values, everything } = filterCondition(filter, people);
    if (everything) return null;
    return db
      .prepare<unknown[], number>(`SELECT document_id FROM document JOIN file USING (file_id) WHERE ${sql}`)
      .pluck()
      .all(...values);
  };
  return {
    match: (expression, filter, limit) => matchAmong(expression, documentsIn(filter), limit),
    matchAmong,
    count: (expression, most) => count.get(expression, most) ?? 0,
    documentsIn,
  };
}
