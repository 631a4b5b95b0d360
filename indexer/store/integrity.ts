import type { WritableDb } from './connection.ts';

/**
 * Everything that should hold of a library and does not, in words; empty for a sound one.
 * Reads the whole file: seconds for a large library.
 */
export function checkIntegrity(db: WritableDb): string[] {
  const problems: string[] = [];
  for (const line of db.prepare('PRAGMA integrity_check').pluck().all()) {
    if (line !== 'ok') problems.push(String(line));
  }
  const broken = db.prepare('PRAGMA foreign_key_check').all().length;
  if (broken > 0) problems.push(`${broken} rows refer to rows that are not there`);
  problems.push(...fullTextProblems(db));
  for (const [sql, what] of invariants) {
    const count = Number(db.prepare(sql).pluck().get());
    if (count > 0) problems.push(`${count} ${what}`);
  }
  return problems;
}

const invariants: readonly (readonly [sql: string, what: string])[] = [
  [
    `SELECT count(*) FROM file WHERE documents <> (SELECT count(*) FROM document WHERE document.file_id = file.file_id AND is_quotation = 0)
      + (SELECT count(*) FROM mail_copy JOIN document USING (document_id)
        WHERE mail_copy.file_id = file.file_id AND is_quotation = 0)`,
    'ledger rows that miscount their documents',
  ],
  [
    `SELECT count(*) FROM file WHERE chunks <>
      (SELECT count(*) FROM chunk JOIN document USING (document_id) WHERE document.file_id = file.file_id)`,
    'ledger rows that miscount their chunks',
  ],
  [
    'SELECT count(*) FROM document WHERE document_id NOT IN (SELECT document_id FROM document_places)',
    'documents without places',
  ],
  [
    `SELECT count(*) FROM (SELECT document_id FROM chunk GROUP BY document_id)
      WHERE document_id NOT IN (SELECT document_id FROM text_block)`,
    'documents without their text',
  ],
  [
    'SELECT count(*) FROM chunk WHERE chunk_id NOT IN (SELECT id FROM chunk_text_docsize)',
    'chunks that are not in the full text',
  ],
  [
    'SELECT count(*) FROM chunk_text_docsize WHERE id NOT IN (SELECT chunk_id FROM chunk)',
    'full-text rows without a chunk',
  ],
];

function fullTextProblems(db: WritableDb): string[] {
  try {
    db.exec(`INSERT INTO chunk_text (chunk_text) VALUES ('integrity-check')`);
    return [];
  } catch (error) {
    return [`the full text is damaged: ${String(error)}`];
  }
}
