import { basename, join } from 'node:path';
import * as z from 'zod';
import { defaultLimits } from '#indexer/sources/limits.ts';
import { type FileReading, readDocuments } from '#indexer/sources/read-documents.ts';
import { readLines } from './collection.ts';

const positiveLine = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  secret: z.string(),
  /** Further secrets of the same text. */
  also: z.array(z.string()).default([]),
});
const negativeLine = z.object({ id: z.string(), kind: z.string(), text: z.string() });

interface Share {
  readonly found: number;
  readonly of: number;
}

export interface SecretsReport {
  readonly set: string;
  readonly positives: number;
  readonly recall: number;
  readonly recallByKind: Readonly<Record<string, number>>;
  /** Ids of positives of which something still stands in the text. */
  readonly missed: readonly string[];
  readonly negatives: number;
  readonly wronglyWithheld: number;
  readonly wronglyWithheldByKind: Readonly<Record<string, number>>;
  /** Ids of negatives of which something was withheld. */
  readonly withheld: readonly string[];
}

/**
 * Reads each text as the app reads a plain text file. A positive is found where none of its secrets stands in what
 * would be indexed, a negative is wrongly withheld where anything of it was left out.
 */
export async function evalSecrets(dir: string): Promise<SecretsReport> {
  const positives = readLines(join(dir, 'positives.jsonl'), positiveLine);
  const negatives = readLines(join(dir, 'negatives.jsonl'), negativeLine);
  const missed: string[] = [];
  const recalls = new Map<string, Share>();
  for (const { id, kind, text, secret, also } of positives) {
    const shown = shownOf(await read(id, text));
    const isFound = [secret, ...also].every((one) => !shown.includes(one));
    if (!isFound) missed.push(id);
    count(recalls, kind, isFound);
  }
  const withheld: string[] = [];
  const wrongs = new Map<string, Share>();
  for (const { id, kind, text } of negatives) {
    const isWrong = isWithheld(await read(id, text));
    if (isWrong) withheld.push(id);
    count(wrongs, kind, isWrong);
  }
  return {
    set: basename(dir),
    positives: positives.length,
    recall: shareOf({ found: positives.length - missed.length, of: positives.length }),
    recallByKind: sharesOf(recalls),
    missed,
    negatives: negatives.length,
    wronglyWithheld: shareOf({ found: withheld.length, of: negatives.length }),
    wronglyWithheldByKind: sharesOf(wrongs),
    withheld,
  };
}

function read(id: string, text: string): Promise<FileReading> {
  return readDocuments(new TextEncoder().encode(text), { name: `${id}.txt`, modifiedMs: 0 }, defaultLimits);
}

/** All of a file that is stored. */
function shownOf({ documents }: FileReading): string {
  return documents.map(({ title, text, hidden }) => [title, text, ...hidden].join('\n')).join('\n');
}

function isWithheld({ reason, documents }: FileReading): boolean {
  return reason === 'secret-store' || documents.some(({ withheld }) => withheld.length > 0);
}

function count(shares: Map<string, Share>, kind: string, isFound: boolean): void {
  const { found, of } = shares.get(kind) ?? { found: 0, of: 0 };
  shares.set(kind, { found: found + (isFound ? 1 : 0), of: of + 1 });
}

function sharesOf(shares: ReadonlyMap<string, Share>): Record<string, number> {
  return Object.fromEntries([...shares].map(([kind, share]) => [kind, shareOf(share)]));
}

function shareOf({ found, of }: Share): number {
  return of === 0 ? 0 : Number((found / of).toFixed(4));
}
