import type { FileState, LedgerRow, Reason } from '#main/contract/ledger.ts';
import type { LedgerInput, LedgerPage } from '#main/contract/sources.ts';
import type { WritableDb } from './connection.ts';
import { shownReason, shownState } from './file-row.ts';

/** The ledger as people see it: pages, counts and reasons. */
export interface Ledger {
  page(input: LedgerInput): LedgerPage;
  counts(sourceId?: number): Record<FileState, number>;
  /** All files and those that wait, cheaply: for progress. */
  tally(): { files: number; pending: number };
  reasons(): { reason: Reason; count: number }[];
  bytes(): number;
}

type PageCondition = { sourceId: number | null; states: string | null; contains: string | null };

const condition = `
  (:sourceId IS NULL OR source_id = :sourceId)
  AND (:states IS NULL OR ${shownState} IN (SELECT value FROM json_each(:states)))
  AND (:contains IS NULL OR instr(lower(path), lower(:contains)) > 0)`;

export function createLedger(db: WritableDb): Ledger {
  const total = db.prepare<[PageCondition], number>(`SELECT count(*) FROM file WHERE ${condition}`).pluck();
  const rows = db.prepare<[PageCondition & { limit: number; offset: number }], LedgerRow>(
    `SELECT path, ${shownState} AS state, ${shownReason} AS reason, detail, documents, chunks
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
  const tally = db.prepare<[], { files: number; pending: number }>(
    `SELECT (SELECT count(*) FROM file) AS files, (SELECT count(*) FROM file WHERE dirty) AS pending`,
  );
  const bytes = db
    .prepare<[], number>(`SELECT coalesce(sum(size_bytes), 0) FROM file WHERE state IN ('indexed', 'partly')`)
    .pluck();

  return {
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
    counts(sourceId) {
      const found: Record<FileState, number> = { indexed: 0, partly: 0, skipped: 0, failed: 0, pending: 0 };
      for (const row of counts.all({ sourceId: sourceId ?? null })) found[row.state] = row.count;
      return found;
    },
    tally: () => tally.get() ?? { files: 0, pending: 0 },
    reasons: () => reasons.all(),
    bytes: () => bytes.get() ?? 0,
  };
}
