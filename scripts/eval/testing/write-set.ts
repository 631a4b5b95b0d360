import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the three files of a collection into a folder; `relevance` holds query, document and grade. */
export function writeSet(
  dir: string,
  corpus: readonly object[],
  queries: readonly object[],
  relevance: readonly (readonly [string, string, number])[],
): void {
  const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  writeFileSync(join(dir, 'corpus.jsonl'), lines(corpus));
  writeFileSync(join(dir, 'queries.jsonl'), lines(queries));
  const table = relevance.map((row) => `${row.join('\t')}\n`).join('');
  writeFileSync(join(dir, 'qrels.tsv'), `query-id\tdoc-id\trelevance\n${table}`);
}
