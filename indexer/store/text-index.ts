import type { Filter } from '#main/contract/search.ts';
import type { ReadableDb } from './connection.ts';
import { createFilterConditions, type FilterCondition } from './filter.ts';
import { createKeptScopes } from './kept-scopes.ts';
import type { PeopleReader } from './people.ts';

/** A chunk that matches a full-text expression. */
export interface TextMatch {
  readonly chunkId: number;
  readonly documentId: number;
  /** BM25, higher is better. */
  readonly score: number;
}

/** What a filter lets through, worked out once for both arms of a search. */
export interface Scope {
  /** null where it lets everything through. */
  readonly documentIds: readonly number[] | null;
  readonly condition: FilterCondition;
}

/** The library's full text, by FTS5. */
export interface TextIndex {
  scope(filter: Filter): Scope;
  /** The best `limit` chunks of a well-formed FTS5 expression within the scope, best first. */
  matchIn(scope: Scope, expression: string, limit: number): TextMatch[];
  /** Every chunk of a scope of few documents that matches, with its BM25. */
  scoresIn(scope: Scope, expression: string): readonly (readonly [chunkId: number, score: number])[];
  /** The BM25 of those of the chunks that match. */
  scoresOf(
    chunkIds: readonly number[],
    expression: string,
  ): readonly (readonly [chunkId: number, score: number])[];
  /** How many chunks a scope of few documents has. */
  chunksIn(scope: Scope): number;
  /** The same within a filter. */
  match(expression: string, filter: Filter, limit: number): TextMatch[];
  /** How many chunks match, counted no further than `most`. */
  count(expression: string, most: number): number;
  /** The documents a filter lets through; null where it lets everything through. */
  documentsIn(filter: Filter): readonly number[] | null;
}

/** How much a word counts by where it stands: BM25 column weights. */
const titleWeight = 2;
const textWeight = 1;
const contextWeight = 0.3;
const rank = `bm25(chunk_text, ${textWeight}, ${titleWeight}, ${contextWeight})`;

/** Up to this many documents their chunks are listed first; beyond, each matching chunk is looked up. */
export const fewDocuments = 1000;

const columns = 'chunk_id AS chunkId, document_id AS documentId';
// Chunk ids are looked up for what is shown alone.
const ofAll = `
  SELECT ${columns}, -score AS score
  FROM (SELECT rowid, ${rank} AS score FROM chunk_text WHERE chunk_text MATCH ? ORDER BY score LIMIT ?)
    JOIN chunk ON chunk_id = rowid ORDER BY score DESC`;
// The + keeps SQLite from asking the full text once for every chunk of the list, which takes milliseconds each.
const ofFew = `
  SELECT ${columns}, -score AS score
  FROM (SELECT rowid, ${rank} AS score FROM chunk_text
      WHERE chunk_text MATCH ? AND +rowid IN
        (SELECT chunk_id FROM json_each(?) CROSS JOIN chunk ON document_id = value)
      ORDER BY score LIMIT ?)
    JOIN chunk ON chunk_id = rowid ORDER BY score DESC`;
const scoresOfFew = `
  SELECT rowid, -${rank} FROM chunk_text WHERE chunk_text MATCH ? AND +rowid IN
    (SELECT chunk_id FROM json_each(?) CROSS JOIN chunk ON document_id = value)`;
const scoresOfSome = `
  SELECT rowid, -${rank} FROM chunk_text
    WHERE chunk_text MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`;
const ofMany = (condition: string): string => `
  SELECT ${columns}, -${rank} AS score
  FROM chunk_text CROSS JOIN chunk ON chunk_id = chunk_text.rowid
    CROSS JOIN document USING (document_id) CROSS JOIN file USING (file_id)
  WHERE chunk_text MATCH ? AND ${condition} ORDER BY score DESC LIMIT ?`;

export function createTextIndex(db: ReadableDb, people: PeopleReader): TextIndex {
  const conditionOf = createFilterConditions(db, people);
  const kept = createKeptScopes<readonly number[]>(db);
  const everywhere = db.prepare<[string, number], TextMatch>(ofAll);
  const inDocuments = db.prepare<[string, string, number], TextMatch>(ofFew);
  const scores = db.prepare<[string, string], [number, number]>(scoresOfFew).raw();
  const someScores = db.prepare<[string, string], [number, number]>(scoresOfSome).raw();
  const chunkCount = db
    .prepare<[string], number>('SELECT count(*) FROM json_each(?) CROSS JOIN chunk ON document_id = value')
    .pluck();
  const count = db
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM chunk_text WHERE chunk_text MATCH ? LIMIT ?)',
    )
    .pluck();

  const anyMissing = db
    .prepare<[], number>('SELECT EXISTS (SELECT 1 FROM file WHERE missing_since IS NOT NULL)')
    .pluck();

  const scope: TextIndex['scope'] = (filter) => {
    const condition = conditionOf(filter);
    if (condition.everything && anyMissing.get() === 0) return { documentIds: null, condition };
    const sql = `SELECT document_id FROM document JOIN file USING (file_id) WHERE ${condition.sql}`;
    const documentIds = kept.of(sql, condition.values, () =>
      db
        .prepare<unknown[], number>(sql)
        .pluck()
        .all(...condition.values),
    );
    return { documentIds, condition };
  };
  const matchIn: TextIndex['matchIn'] = ({ documentIds, condition }, expression, limit) => {
    if (documentIds === null) return everywhere.all(expression, limit);
    if (documentIds.length <= fewDocuments) {
      return inDocuments.all(expression, JSON.stringify(documentIds), limit);
    }
    const statement = db.prepare<unknown[], TextMatch>(ofMany(condition.sql));
    return statement.all(expression, ...condition.values, limit);
  };
  return {
    scope,
    matchIn,
    scoresIn: ({ documentIds }, expression) => scores.all(expression, JSON.stringify(documentIds ?? [])),
    scoresOf: (chunkIds, expression) => someScores.all(expression, JSON.stringify(chunkIds)),
    chunksIn: ({ documentIds }) => chunkCount.get(JSON.stringify(documentIds ?? [])) ?? 0,
    match: (expression, filter, limit) => matchIn(scope(filter), expression, limit),
    count: (expression, most) => count.get(expression, most) ?? 0,
    documentsIn: (filter) => scope(filter).documentIds,
  };
}
