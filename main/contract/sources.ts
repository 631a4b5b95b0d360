import * as z from 'zod';
import { fileState, ledgerRow, reason, withheldCount } from './ledger.ts';

const sourceState = z.enum(['watching', 'paused', 'missing']);

export const source = z.object({
  sourceId: z.int(),
  /** Absolute path of the folder or single file. */
  path: z.string(),
  state: sourceState,
  /** False where the system does not tell of all its changes, so that they are looked for every few minutes. */
  watched: z.boolean(),
  files: z.record(fileState, z.int()),
});
export type Source = z.infer<typeof source>;

export const sourceRef = z.object({ sourceId: z.int() });

export const ledgerInput = z.object({
  sourceId: z.int().optional(),
  states: z.array(fileState).optional(),
  /** Rows whose path contains this text. */
  contains: z.string().optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(100_000).default(200),
});
export type LedgerInput = z.infer<typeof ledgerInput>;
export const ledgerPage = z.object({ total: z.int(), rows: z.array(ledgerRow) });
export type LedgerPage = z.infer<typeof ledgerPage>;

/** What is to be read again; with neither, everything that is not wholly indexed. */
export const retryInput = z
  .object({
    /** Absolute paths; a folder stands for all that is in it. */
    paths: z.array(z.string().min(1).max(32_768)).min(1).max(10_000).optional(),
    reason: reason.optional(),
  })
  .refine(
    ({ paths, reason }) => paths === undefined || reason === undefined,
    'takes paths or a reason, not both',
  );

/** Both stages of indexing. Rates and remaining time are null until they can be said honestly. */
export const progress = z.object({
  phase: z.enum(['idle', 'scanning', 'reading', 'embedding', 'waiting', 'paused']),
  filesDone: z.int(),
  filesTotal: z.int(),
  /** Of the files' sizes on disk. */
  bytesDone: z.int(),
  bytesTotal: z.int(),
  /** What was read since the engine started, in files and their sizes. */
  filesRead: z.int(),
  bytesRead: z.int(),
  /** Files that are gone from the disk and were taken out of the library, since the engine started. */
  filesDropped: z.int(),
  chunksEmbedded: z.int(),
  chunksTotal: z.int(),
  filesPerSecond: z.number().nullable(),
  chunksPerSecond: z.number().nullable(),
  bytesPerSecond: z.number().nullable(),
  /** From now until every file is read, and found by words. */
  searchableInMs: z.number().nullable(),
  /** From now until every chunk is embedded too, and found by meaning. */
  embeddedInMs: z.number().nullable(),
  /** Of the stage that runs. */
  remainingMs: z.number().nullable(),
  /** The file being read, so that a stall can be named. */
  current: z.string().nullable(),
  /** Why it does not go on, in words: no embedder installed, the model service is down, the computer is in use. */
  notice: z.string().nullable(),
});
export type Progress = z.infer<typeof progress>;

export const status = z.object({
  sources: z.array(source),
  files: z.record(fileState, z.int()),
  documents: z.int(),
  chunks: z.int(),
  embedded: z.int(),
  /** Bytes of the files that are indexed. */
  bytes: z.int(),
  reasons: z.array(z.object({ reason, count: z.int() })),
  /** Secrets left out of the texts of all files, and how many files those are. */
  withheld: z.array(withheldCount),
  withheldFiles: z.int(),
  /** Why what is left to do waits, in a sentence; null where nothing does. */
  waitsFor: z.string().nullable(),
  /** What went wrong with the library itself and what was done about it, in sentences. */
  notices: z.array(z.string()),
});
export type Status = z.infer<typeof status>;
