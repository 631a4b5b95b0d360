import { contentRulesIn, type RulesApplied } from '#indexer/sources/content-rules.ts';
import type { Bookmark, CountedShortfall } from '#indexer/sources/portion.ts';
import type { WritableDb } from './connection.ts';
import { rulesOf } from './file-row.ts';

/** A stretch of a file as it was read last. */
export interface PortionRow {
  readonly next: Bookmark;
  /** The file ended with it. */
  readonly isLast: boolean;
  /** sha256, hex. */
  readonly hash: string;
  readonly parserVersion: number;
  readonly rules: RulesApplied;
}

export interface NewPortion extends PortionRow {
  readonly from: Bookmark;
  readonly shortfalls: readonly CountedShortfall[];
  readonly withheld: readonly { readonly kind: string; readonly count: number }[];
}

/** How far files were read; everything but `at` runs inside the caller's transaction. */
export interface PortionRows {
  at(fileId: number, from: Bookmark): PortionRow | undefined;
  /** In place of what was read of its bytes before. */
  put(fileId: number, portion: NewPortion): void;
  removeFrom(fileId: number, at: number): void;
  /** What all portions of a file lack, in order; to be gone through before anything else is asked. */
  lacking(fileId: number): Iterable<CountedShortfall>;
  /** The rules that bear on any of them. */
  touched(fileId: number): RulesApplied['touched'];
}

interface StoredPortion {
  readonly before: string;
  readonly after: string;
  readonly isLast: 0 | 1;
  readonly hash: string;
  readonly parserVersion: number;
  readonly rulesOff: string;
  readonly rulesTouched: string;
}

type PortionValues = Record<'fileId' | 'start' | 'isLast' | 'parserVersion', number> &
  Record<'before' | 'after' | 'rulesOff' | 'rulesTouched' | 'shortfalls' | 'withheld', string> & {
    hash: Buffer;
  };

const storedPortion = `
  SELECT before, after, is_last AS isLast, lower(hex(hash)) AS hash, parser_version AS parserVersion,
    rules_off AS rulesOff, rules_touched AS rulesTouched FROM portion WHERE file_id = ? AND start = ?`;
const insertPortion = `
  INSERT INTO portion (file_id, start, before, after, is_last, hash, parser_version, rules_off, rules_touched,
    shortfalls, withheld)
  VALUES (:fileId, :start, :before, :after, :isLast, :hash, :parserVersion, :rulesOff, :rulesTouched,
    :shortfalls, :withheld)`;

export function createPortionRows(db: WritableDb): PortionRows {
  const stored = db.prepare<[number, number], StoredPortion>(storedPortion);
  const insert = db.prepare<[PortionValues]>(insertPortion);
  const remove = db.prepare<[number, number, number]>(
    'DELETE FROM portion WHERE file_id = ? AND start >= ? AND start < ?',
  );
  const shortfalls = db
    .prepare<[number], string>(
      "SELECT shortfalls FROM portion WHERE file_id = ? AND shortfalls <> '[]' ORDER BY start",
    )
    .pluck();
  const touched = db
    .prepare<[number], string>('SELECT DISTINCT rules_touched FROM portion WHERE file_id = ?')
    .pluck();
  return {
    at(fileId, from) {
      const row = stored.get(fileId, from.at);
      if (row === undefined || row.before !== JSON.stringify(from)) return undefined;
      const { hash, parserVersion } = row;
      // This file wrote it.
      const next = JSON.parse(row.after) as Bookmark;
      return { next, isLast: row.isLast === 1, hash, parserVersion, rules: rulesOf(row) };
    },
    put(fileId, portion) {
      const { from, next } = portion;
      remove.run(fileId, from.at, Math.max(next.at, from.at + 1));
      insert.run(valuesOf(fileId, portion));
    },
    removeFrom: (fileId, at) => void remove.run(fileId, at, Number.MAX_SAFE_INTEGER),
    *lacking(fileId) {
      // This file wrote it.
      for (const some of shortfalls.iterate(fileId)) yield* JSON.parse(some) as CountedShortfall[];
    },
    touched: (fileId) => contentRulesIn(touched.all(fileId).flatMap((ids) => ids.split(' '))),
  };
}

function valuesOf(fileId: number, portion: NewPortion): PortionValues {
  const { from, next, isLast, hash, parserVersion, rules } = portion;
  return {
    ...{ fileId, start: from.at, isLast: isLast ? 1 : 0, parserVersion },
    before: JSON.stringify(from),
    after: JSON.stringify(next),
    hash: Buffer.from(hash, 'hex'),
    rulesOff: rules.off.join(' '),
    rulesTouched: rules.touched.join(' '),
    shortfalls: JSON.stringify(portion.shortfalls),
    withheld: JSON.stringify(portion.withheld),
  };
}
