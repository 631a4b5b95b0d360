import * as z from 'zod';

/** What a suggested place holds: a person's papers, notes, mail of a program, or an export of a service. */
export const placeKind = z.enum(['documents', 'notes', 'mail', 'export']);
export type PlaceKind = z.infer<typeof placeKind>;

/** A folder or file of this computer that may be worth adding: known by its name, and nothing in it was opened. */
export const suggestedPlace = z.object({
  /** Absolute. */
  path: z.string(),
  kind: placeKind,
  /** Whose program or service it comes from, such as “Thunderbird”; empty where it is a person's own. */
  program: z.string(),
  /** Files below it that may be read, by their names, and their sizes on disk. */
  files: z.int(),
  bytes: z.int(),
  /** Counting ended before the place did: there are more. */
  isAtLeast: z.boolean(),
  /** A source covers it already. */
  isAdded: z.boolean(),
});
export type SuggestedPlace = z.infer<typeof suggestedPlace>;
