import { sep } from 'node:path';
import type { FileState, LedgerRow, Reason } from '#main/contract/ledger.ts';
import type { LedgerInput, LedgerPage } from '#main/contract/sources.ts';
import { endBelow } from './below.ts';
import type { WritableDb } from './connection.ts';
import { type FileRow, fileColumns, shownReason, shownState } from './file-row.ts';
import { createWithheldReader, type Withheld } from './withheld.ts';

/** Rows for whoever goes through them. */
export interface RowChoice {
  /** Only those with this reason. */
  readonly reason: Reason | null;
  /** Also those that are wholly indexed. */
  readonly isAll: boolean;
  /** Only what is below this folder; empty for everything. */
  readonly prefix: string;
}

export interface Tally {
  readonly all: FileAmount;
  readonly pending: FileAmount;
  /** Of the pending, what is to be read now: nothing of a paused source, nothing that is missing. */
  readonly waiting: FileAmount;
}

interface FileAmount {
  readonly files: number;
  readonly bytes: number;
}

/** The ledger as people see it: pages, counts and reasons. */
export interface Ledger {
  /** The next chosen rows in the order of their paths. */
  chosen(choice: RowChoice, after: string, limit: number): FileRow[];
  page(input: LedgerInput): LedgerPage;
  counts(sourceId?: number): Record<FileState, number>;
  /** All files and how much of them is to be read, in one pass over the ledger: for progress. */
  tally(): Tally;
  reasons(): { reason: Reason; count: number }[];
  /** The files below a folder, by state and by reason, most first. */
  below(folder: string): { files: Record<FileState, number>; reasons: { reason: Reason; count: number }[] };
  /** Secrets left out of the texts of all files. */
  withheld(): Withheld;
  /** Bytes of the files that are indexed, wholly or partly. */
  bytes(): number;
}

type ChosenValues = {
  after: string;
  end: string | null;
  reason: string | null;
  isAll: number;
  limit: number;
};
type TallyRow = {
  files: number;
  bytes: number;
  pending: number;
  pendingBytes: number;
  waiting: number;
  waitingBytes: number;
};
type PageCondition = { sourceId: number | null; states: string | null; contains: string | null };

const condition = `
  (:sourceId IS NULL OR source_id = :sourceId)
  AND (:states IS NULL OR ${shownState} IN (SELECT value FROM json_each(:states)))
  AND (:contains IS NULL OR instr(lower(path), lower(:contains)) > 0)`;

export function createLedger(db: WritableDb): Ledger {
  const total = db.prepare<[PageCondition], number>(`SELECT count(*) FROM file WHERE ${condition}`).pluck();
  const rows = db.prepare<[PageCondition & { limit: number; offset: number }], LedgerRow>(
    `SELECT path, ${shownState} AS state, ${shownReason} AS reason, detail, documents, chunks,
        (SELECT coalesce(sum(count), 0) FROM withheld WHERE withheld.file_id = file.file_id) AS withheld
      FROM file WHERE ${condition} ORDER BY path LIMIT :limit OFFSET :offset`,
  );
  const counts = db.prepare<[{ sourceId: number | null }], { state: FileState; count: number }>(
    `SELECT ${shownState} AS state, count(*) AS count FROM file
      WHERE :sourceId IS NULL OR source_id = :sourceId GROUP BY 1`,
  );
  const reasons = db.prepare<[], { reason: Reason; count: number }>(
    `SELECT ${shownReason} AS reason, count(*) AS count FROM file
      WHERE ${shownReason} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const tally = db.prepare<[], TallyRow>(
    `SELECT count(*) AS files, total(size_bytes) AS bytes,
        total(dirty) AS pending, total(dirty * size_bytes) AS pendingBytes,
        total(waits) AS waiting, total(waits * size_bytes) AS waitingBytes
      FROM (SELECT size_bytes, dirty, dirty AND missing_since IS NULL
        AND source_id NOT IN (SELECT source_id FROM source WHERE state = 'paused') AS waits FROM file)`,
  );
  const statesBelow = db.prepare<[string, string], { state: FileState; count: number }>(
    `SELECT ${shownState} AS state, count(*) AS count FROM file WHERE path > ? AND path < ? GROUP BY 1`,
  );
  const reasonsBelow = db.prepare<[string, string], { reason: Reason; count: number }>(
    `SELECT ${shownReason} AS reason, count(*) AS count FROM file
      WHERE path > ? AND path < ? AND ${shownReason} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const chosen = db.prepare<[ChosenValues], FileRow>(
    `SELECT ${fileColumns} FROM file WHERE path > :after AND (:end IS NULL OR path < :end)
      AND (:reason IS NULL OR ${shownReason} = :reason) AND (:isAll OR ${shownReason} IS NOT NULL)
      ORDER BY path LIMIT :limit`,
  );
  const bytes = db
    .prepare<[], number>(`SELECT coalesce(sum(size_bytes), 0) FROM file WHERE state IN ('indexed', 'partly')`)
    .pluck();

  return {
    chosen({ reason, isAll, prefix }, after, limit) {
      const [start, end] = prefix === '' ? ['', null] : rangeBelow(prefix);
      return chosen.all({ after: after === '' ? start : after, end, reason, isAll: Number(isAll), limit });
    },
    page(input) {
      const asked = {
        sourceId: input.sourceId ?? null,
        states: input.states === undefined ? null : JSON.stringify(input.states),
        contains: input.contains ?? null,
      };
      return {
        total: total.get(asked) ?? 0,
        rows: rows.all({ ...asked, limit: input.limit, offset: input.offset }),
      };
    },
    counts: (sourceId) => byState(counts.all({ sourceId: sourceId ?? null })),
    below(folder) {
      const range = rangeBelow(folder);
      return { files: byState(statesBelow.all(...range)), reasons: reasonsBelow.all(...range) };
    },
    tally() {
      const row = tally.get();
      if (row === undefined) throw new Error('a sum has no row');
      return {
        all: { files: row.files, bytes: row.bytes },
        pending: { files: row.pending, bytes: row.pendingBytes },
        waiting: { files: row.waiting, bytes: row.waitingBytes },
      };
    },
    reasons: () => reasons.all(),
    withheld: createWithheldReader(db).total,
    bytes: () => bytes.get() ?? 0,
  };
}

/** What is below a folder sorts between these two. */
function rangeBelow(folder: string): [start: string, end: string] {
  const start = folder.endsWith(sep) ? folder : folder + sep;
  return [start, endBelow(folder)];
}

function byState(rows: readonly { state: FileState; count: number }[]): Record<FileState, number> {
  const found: Record<FileState, number> = { indexed: 0, partly: 0, skipped: 0, failed: 0, pending: 0 };
  for (const { state, count } of rows) found[state] = count;
  return found;
}
