import type { ReadableDb } from './connection.ts';

/** Keeps what filters let through for as long as nothing is written to the library: a broad one lets most of it through. */
export interface KeptScopes<Found> {
  /** What `find` found for the condition and its values, now or since the last write. */
  of(sql: string, values: readonly unknown[], find: () => Found): Found;
}

/** Filters of one conversation and of a list beside it. */
const keptAtMost = 8;

export function createKeptScopes<Found>(db: ReadableDb): KeptScopes<Found> {
  // Another number after every commit of another connection (sqlite.org/pragma.html#pragma_data_version).
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  const kept = new Map<string, Found>();
  let keptVersion: number | undefined;
  return {
    of(sql, values, find) {
      const now = version.get();
      if (now !== keptVersion || kept.size >= keptAtMost) kept.clear();
      keptVersion = now;
      const key = JSON.stringify([sql, values]);
      const found = kept.get(key) ?? find();
      kept.set(key, found);
      return found;
    },
  };
}
