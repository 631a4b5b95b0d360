import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { WithheldCount } from '#main/contract/ledger.ts';
import type { ReadableDb, WritableDb } from './connection.ts';

/** What was withheld, in the whole library. */
export interface Withheld {
  /** Most first. */
  readonly kinds: readonly WithheldCount[];
  readonly files: number;
}

export interface WithheldWriter {
  /** In place of what was noted of the file before. Runs inside the caller's transaction. */
  write(fileId: number, documents: readonly Pick<ParsedDocument, 'withheld' | 'isQuotation'>[]): void;
  /** The same for a file that was read piece by piece: what its portions say together. */
  sumUp(fileId: number): void;
}

export interface WithheldReader {
  total(): Withheld;
  ofFile(fileId: number): WithheldCount[];
}

/** Counted when a file is written, a row for each kind: status is asked for at each tick of the progress. */
export function createWithheldWriter(db: WritableDb): WithheldWriter {
  const clear = db.prepare<[number]>('DELETE FROM withheld WHERE file_id = ?');
  const add = db.prepare<[number, string, number]>(
    `INSERT INTO withheld (file_id, kind, count) VALUES (?, ?, ?)
      ON CONFLICT (file_id, kind) DO UPDATE SET count = count + excluded.count`,
  );
  const addPortions = db.prepare<[number]>(
    `INSERT INTO withheld (file_id, kind, count)
      SELECT file_id, json_extract(value, '$.kind'), sum(json_extract(value, '$.count'))
        FROM portion, json_each(withheld) WHERE file_id = ? GROUP BY 1, 2`,
  );
  return {
    sumUp(fileId) {
      clear.run(fileId);
      addPortions.run(fileId);
    },
    write(fileId, documents) {
      clear.run(fileId);
      // What is withheld from a quotation is withheld from the mail that it stands in.
      for (const { withheld } of documents.filter(({ isQuotation }) => !isQuotation))
        for (const { kind, count } of withheld) add.run(fileId, kind, count);
    },
  };
}

export function createWithheldReader(db: ReadableDb): WithheldReader {
  const kinds = db.prepare<[], WithheldCount>(
    'SELECT kind, sum(count) AS count FROM withheld GROUP BY kind ORDER BY 2 DESC, 1',
  );
  const files = db.prepare<[], number>('SELECT count(DISTINCT file_id) FROM withheld').pluck();
  const ofFile = db.prepare<[number], WithheldCount>(
    'SELECT kind, count FROM withheld WHERE file_id = ? ORDER BY kind',
  );
  return {
    total: () => ({ kinds: kinds.all(), files: files.get() ?? 0 }),
    ofFile: (fileId) => ofFile.all(fileId),
  };
}
