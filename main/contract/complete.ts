import * as z from 'zod';
import { longestQuery } from './longest-query.ts';

/** What is typed so far, up to where the next letter goes. */
export const completeInput = z.object({ text: z.string().max(longestQuery) });

/** What may take the place of the end of that text. */
export const completion = z.object({
  /** Where it begins, in UTF-16 units: what was typed from there on goes. */
  from: z.int(),
  text: z.string(),
  label: z.string(),
  /** What tells it from others of its name: an address, “folder”; “” for nothing. */
  detail: z.string(),
});
export type Completion = z.infer<typeof completion>;
