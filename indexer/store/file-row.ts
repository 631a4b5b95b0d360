import { contentRulesIn, nothingLeftOut, type RulesApplied } from '#indexer/sources/content-rules.ts';
import type { FileState, Reason } from '#main/contract/ledger.ts';

/** What a stat tells of a file. */
export interface FileStat {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** When anything of the file changed last, its name and permissions too; null where the file system keeps no such time. */
  readonly changedMs: number | null;
  /** Without the device, whose number changes when a disk is plugged in again. */
  readonly inode: string;
}

/** One row of the ledger. */
export interface FileRow extends FileStat {
  readonly fileId: number;
  readonly sourceId: number;
  readonly path: string;
  readonly state: FileState;
  readonly reason: Reason | null;
  readonly detail: string | null;
  /** sha256, hex. */
  readonly contentHash: string | null;
  readonly parserId: string | null;
  readonly parserVersion: number | null;
  /** Content rules that were off when it was read, and those that bear on it: ids with spaces between. */
  readonly rulesOff: string;
  readonly rulesTouched: string;
  readonly documents: number;
  readonly chunks: number;
  /** ISO 8601. */
  readonly readAt: string | null;
  readonly missingSince: string | null;
}

/** The state a person sees: a row that waits to be read says so, whatever its last read ended with. */
export const shownState = `CASE WHEN dirty THEN 'pending' ELSE state END`;
export const shownReason = `CASE WHEN missing_since IS NOT NULL THEN 'missing' WHEN dirty THEN 'waiting' ELSE reason END`;

export const fileColumns = `
  file_id AS fileId, source_id AS sourceId, path, size_bytes AS sizeBytes, modified_ms AS modifiedMs,
  changed_ms AS changedMs, inode,
  ${shownState} AS state, ${shownReason} AS reason, detail, nullif(lower(hex(content_hash)), '') AS contentHash,
  parser_id AS parserId, parser_version AS parserVersion,
  rules_off AS rulesOff, rules_touched AS rulesTouched, documents, chunks,
  read_at AS readAt, missing_since AS missingSince`;

/** How the content rules bore on a row's last reading; where none did, it does not matter which were off. */
export function rulesOf({
  rulesOff,
  rulesTouched,
}: Pick<FileRow, 'rulesOff' | 'rulesTouched'>): RulesApplied {
  // Most rows by far, each of which is asked for at every start.
  if (rulesTouched === '') return nothingLeftOut;
  return { off: contentRulesIn(rulesOff.split(' ')), touched: contentRulesIn(rulesTouched.split(' ')) };
}
