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
  /** How many chunks match, counted no further than `most`. */
  count(expression: string, most: number): number;
  /** The documents a filter lets through; null where it lets everything through. */
  documentsIn(filter: Filter): number[] | null;
}

/** How much a word counts by where it stands: BM25 column weights. */
const titleWeight = 2;
const textWeight = 1;
const contextWeight = 0.3;

export function createTextIndex(db: ReadableDb, people: PeopleReader): TextIndex {
  const rank = `bm25(chunk_text, ${titleWeight}, ${textWeight}, ${contextWeight})`;
  const everywhere = db.prepare<[string, number], TextMatch>(
    `SELECT chunk_id AS chunkId, document_id AS documentId, -score AS score
      FROM (SELECT rowid, ${rank} AS score FROM chunk_text WHERE chunk_text MATCH ? ORDER BY score LIMIT ?)
      JOIN chunk ON chunk_id = rowid ORDER BY score DESC`,
  );
  const anyMissing = db
    .prepare<[], number>('SELECT EXISTS (SELECT 1 FROM file WHERE missing_since IS NOT NULL)')
    .pluck();
  const noneMissing = (): boolean => anyMissing.get() === 0;
  const count = db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM chunk_text WHERE chunk_text MATCH ? LIMIT ?)',
    )
    .pluck();
  return {
    count: (expression, most) => count.get(expression, most) ?? 0,
    match(expression, filter, limit) {
      const { sql, values, everything } = filterCondition(filter, people);
      if (everything && noneMissing()) return everywhere.all(expression, limit);
      return db
        .prepare<unknown[], TextMatch>(
          `SELECT chunk_id AS chunkId, document_id AS documentId, -${rank} AS score
            FROM chunk_text CROSS JOIN chunk ON chunk_id = chunk_text.rowid
            JOIN document USING (document_id) JOIN file USING (file_id)
            WHERE chunk_text MATCH ? AND ${sql} ORDER BY score DESC LIMIT ?`,
        )
        .all(expression, ...values, limit);
    },
    documentsIn(filter) {
      const { sql, values, everything } = filterCondition(filter, people);
      if (everything && noneMissing()) return null;
      return db
        .prepare<unknown[], number>(`SELECT document_id FROM document JOIN file USING (file_id) WHERE ${sql}`)
        .pluck()
        .all(...values);
    },
  };
}
