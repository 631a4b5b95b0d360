import * as z from 'zod';

const rule = z.object({
  id: z.string(),
  /** In words: “hidden files and folders”. */
  what: z.string(),
  /** What it goes by: names of files and folders, or what files hold. */
  by: z.enum(['name', 'content']),
  on: z.boolean(),
  /** What it means to switch it off or on again, in sentences; off is asked about first. null where that is plain. */
  offMeans: z.string().nullable(),
  onMeans: z.string().nullable(),
});

/** What is left out of a source. */
export const ignoring = z.object({
  /** Every built-in rule. */
  rules: z.array(rule),
  /** A person's own, in the syntax of .gitignore, from the source's folder. The last one that matches decides. */
  patterns: z.array(z.string()),
  /** The `.quipuignore` files in the source that are obeyed besides. */
  files: z.array(z.string()),
});
export type IgnoringRule = z.infer<typeof rule>;
export type Ignoring = z.infer<typeof ignoring>;

/** One line; matching is a regular expression, in which many `**` take seconds for one deep path. */
const pattern = z
  .string()
  .max(500)
  .refine((text) => text.trim() !== '' && !/[\r\n\0]/.test(text), 'is not one line with a pattern')
  .refine((text) => text.split(/\*{2,}/).length <= 3, 'has more than two **');
const patterns = z
  .array(pattern)
  .max(1_000)
  .refine((list) => list.filter((text) => text.includes('**')).length <= 20, 'has more than twenty with **');

/** What is to change; what is not named stays as it is. */
export const ignoringChange = z.object({
  sourceId: z.int(),
  /** Rules by id: on or off. */
  rules: z.record(z.string(), z.boolean()).optional(),
  /** In place of all there are. */
  patterns: patterns.optional(),
  add: patterns.optional(),
  remove: z.array(z.string()).optional(),
});
export type IgnoringChange = z.infer<typeof ignoringChange>;
