import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const corpusLine = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  /** The conversation or meeting this belongs to. */
  group: z.string().optional(),
  date: z.string().optional(),
  speaker: z.string().optional(),
});
export type CorpusDocument = z.infer<typeof corpusLine>;

const queryLine = z.object({
  id: z.string(),
  text: z.string(),
  group: z.string().optional(),
  /** What a right answer says. */
  answer: z.string().optional(),
});
export type Query = z.infer<typeof queryLine>;

/** A test collection: documents, queries and which documents answer which query. */
export interface Collection {
  readonly documents: readonly CorpusDocument[];
  readonly queries: readonly Query[];
  /** Grades by query and document id; higher is more relevant. */
  readonly relevance: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Reads `corpus.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder. */
export function readCollection(dir: string): Collection {
  return {
    documents: readLines(join(dir, 'corpus.jsonl'), corpusLine),
    queries: readLines(join(dir, 'queries.jsonl'), queryLine),
    relevance: readRelevance(join(dir, 'qrels.tsv')),
  };
}

/** The lines of a `.jsonl` file. */
export function readLines<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

function readRelevance(path: string): Map<string, Map<string, number>> {
  const relevance = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [query, document, grade] = line.split('\t');
    if (query === undefined || document === undefined) continue;
    const grades = relevance.get(query) ?? new Map<string, number>();
    relevance.set(query, grades.set(document, Number(grade)));
  }
  return relevance;
}
