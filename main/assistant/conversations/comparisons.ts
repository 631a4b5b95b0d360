import type { Comparison, Vote } from '#main/contract/comparisons.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ConversationsDb } from './database.ts';

/** A comparison as it is kept: its models are named, whether it is blind or not. */
export type KeptComparison = Comparison & { readonly comparisonId: number };

/** What models made of the same questions, and which answer was the better one. */
export interface Comparisons {
  /** On disk when this returns. */
  add(comparison: Omit<Comparison, 'comparisonId' | 'vote'>): KeptComparison;
  /** Throws Fault `not-found`. */
  vote(comparisonId: number, vote: Vote): KeptComparison;
  /** The latest first. */
  list(limit: number): KeptComparison[];
  /** All of them, one at a time, oldest first. */
  all(): Iterable<KeptComparison>;
  /** Removes all of them; returns how many they were. */
  clear(): number;
}

interface Row {
  readonly comparisonId: number;
  readonly comparison: string;
  readonly vote: string | null;
}

export function createComparisons(db: ConversationsDb): Comparisons {
  const columns = 'SELECT comparison_id AS comparisonId, comparison, vote FROM comparison';
  const insert = db
    .prepare<[string], number>('INSERT INTO comparison (comparison) VALUES (?) RETURNING comparison_id')
    .pluck();
  const setVote = db.prepare<[string, number]>('UPDATE comparison SET vote = ? WHERE comparison_id = ?');
  const one = db.prepare<[number], Row>(`${columns} WHERE comparison_id = ?`);
  const latest = db.prepare<[number], Row>(`${columns} ORDER BY comparison_id DESC LIMIT ?`);
  const each = db.prepare<[], Row>(`${columns} ORDER BY comparison_id`);
  const remove = db.prepare('DELETE FROM comparison');
  // Both columns are written here alone.
  const read = ({ comparisonId, comparison, vote }: Row): KeptComparison => ({
    ...(JSON.parse(comparison) as Comparison),
    comparisonId,
    vote: vote === null ? null : (JSON.parse(vote) as Vote),
  });
  return {
    add: (comparison) => ({
      ...comparison,
      comparisonId: insert.get(JSON.stringify(comparison)) ?? 0,
      vote: null,
    }),
    vote(comparisonId, vote) {
      setVote.run(JSON.stringify(vote), comparisonId);
      const row = one.get(comparisonId);
      if (row === undefined) throw new Fault('not-found', { what: 'The comparison' });
      return read(row);
    },
    list: (limit) => latest.all(limit).map(read),
    *all() {
      for (const row of each.iterate()) yield read(row);
    },
    clear: () => remove.run().changes,
  };
}
