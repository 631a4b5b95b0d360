import * as z from 'zod';
import { type Reason, reasonMessages } from './reason.ts';

export { type Reason, reasonSentence } from './reason.ts';

/** The state of one file in the ledger; every file under a source has exactly one. */
export const fileState = z.enum(['indexed', 'partly', 'skipped', 'failed', 'pending']);
export type FileState = z.infer<typeof fileState>;

/** The closed list of reasons; their sentences stand in reason.ts, which a front end can take without zod. */
export const reason = z.enum(Object.keys(reasonMessages) as [Reason, ...Reason[]]);

/** Secrets of one kind that were left out. */
export const withheldCount = z.object({ kind: z.string(), count: z.int() });
export type WithheldCount = z.infer<typeof withheldCount>;

export const ledgerRow = z.object({
  path: z.string(),
  state: fileState,
  reason: reason.nullable(),
  /** What fills the reason's sentence: page numbers, a limit, a detected type. */
  detail: z.string().nullable(),
  documents: z.int(),
  chunks: z.int(),
  /** Secrets left out of its text. */
  withheld: z.int(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;
