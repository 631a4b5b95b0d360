import * as z from 'zod';

/** A stretch of text in one look. */
const run = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  code: z.literal(true).optional(),
  struck: z.literal(true).optional(),
  /** Where it leads: http, https or mailto and nothing else. It is told, never gone to. */
  href: z.string().optional(),
  /** It stands for a picture, whose description the text is: one of the network is not loaded, one of the file not drawn. */
  picture: z.enum(['remote', 'inside']).optional(),
});
export type Run = z.infer<typeof run>;

const runs = z.array(run);
const row = z.object({ isHeader: z.boolean(), cells: z.array(runs) });
export type FormattedRow = z.infer<typeof row>;

/**
 * One piece of a document as a reader sees it. The list is flat and its kinds are closed: there is no markup in it, so
 * nothing of a file can be more than one of these. `quoted` counts how deep it is quoted.
 */
const formattedBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(6), runs }),
  z.object({ kind: z.literal('paragraph'), quoted: z.int(), runs }),
  /** Of a list; the marker is “•” or a number, empty where an item goes on. */
  z.object({ kind: z.literal('item'), quoted: z.int(), depth: z.int(), marker: z.string(), runs }),
  z.object({ kind: z.literal('code'), text: z.string() }),
  z.object({ kind: z.literal('table'), rows: z.array(row) }),
  z.object({ kind: z.literal('rule') }),
]);
export type FormattedBlock = z.infer<typeof formattedBlock>;

/** A document with its headings, lists, tables and emphasis, read from its file now; no blocks where it has no more than its text. */
export const formatted = z.object({
  blocks: z.array(formattedBlock),
  /** There is more than is shown. */
  truncated: z.boolean(),
});
export type Formatted = z.infer<typeof formatted>;
