import * as z from 'zod';

/** What a document is to a person; formats differ, kinds do not. */
export const documentKind = z.enum(['mail', 'note', 'document', 'message', 'event', 'contact']);
export type DocumentKind = z.infer<typeof documentKind>;

/**
 * Where in its file a passage stands. Pages, lines, messages, slides, chapters and entries (of a calendar, an address
 * book, a notebook or an export of notes) count from 1; time is in seconds; cells are a range of a sheet in A1 notation.
 * A page's label is what is printed on it, where that is not its number: “iv”, “A-3”.
 */
export const place = z.union([
  z.object({ page: z.int(), label: z.string().optional() }),
  z.object({ line: z.int() }),
  z.object({ message: z.int() }),
  z.object({ time: z.number() }),
  z.object({ slide: z.int() }),
  z.object({ chapter: z.int() }),
  z.object({ entry: z.int() }),
  z.object({ sheet: z.string(), cells: z.string() }),
]);
export type Place = z.infer<typeof place>;

const personRole = z.enum(['author', 'from', 'to', 'cc', 'mentioned']);
/** A name and address as they stand in a document. */
const mentionedPerson = z.object({
  name: z.string(),
  address: z.string().nullable(),
  role: personRole,
});
export type MentionedPerson = z.infer<typeof mentionedPerson>;

/** A stretch of a document's text and its place; `start` and `end` are UTF-16 offsets into the text, end exclusive. */
const placedRange = z.object({ start: z.int(), end: z.int(), place });
export type PlacedRange = z.infer<typeof placedRange>;

/** Where another copy of a document lies, in a file or a member of one. */
export const copyPlace = z.object({ path: z.string(), member: z.string().nullable() });
export type CopyPlace = z.infer<typeof copyPlace>;

export const documentView = z.object({
  documentId: z.int(),
  kind: documentKind,
  title: z.string(),
  path: z.string(),
  /** The file was not there at the last look; this is what stood in it before. */
  missing: z.boolean(),
  /** What tells this document from others of the same file, e.g. an attachment's name; null for the file itself. */
  member: z.string().nullable(),
  /** Where the same mail lies besides; the first of them. */
  copies: z.array(copyPlace),
  /** It stands in a mail, which repeats it; that mail is the file. */
  isQuotation: z.boolean(),
  date: z.iso.datetime().nullable(),
  people: z.array(mentionedPerson),
  /** Its own tags; of a mail its folders and labels, and what it is where it would be left out: junk, deleted, draft. */
  tags: z.array(z.string()),
  text: z.string(),
  places: z.array(placedRange),
});
export type DocumentView = z.infer<typeof documentView>;
