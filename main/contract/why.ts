import * as z from 'zod';
import { copyPlace, documentKind } from './document.ts';
import { fileState, reason, withheldCount } from './ledger.ts';

/** What a story comes to, in one word. */
const verdict = z.enum([
  'found',
  'partly',
  'skipped',
  'failed',
  'waiting',
  'missing',
  'left-out',
  'outside',
  'folder',
  'link',
  'gone',
  'unseen',
]);

/** What leaves a path out of its source. */
const leftOut = z.object({
  /** A rule by name, a pattern, being an ignore file itself, or a place that is no part of the source: the library, the running system, another source. */
  by: z.enum(['rule', 'pattern', 'ignore-file', 'library', 'system', 'source']),
  /** The rule's id; null for a place. */
  rule: z.string().nullable(),
  /** The rule in words, or the pattern as it is written. */
  what: z.string(),
  /** What it applies to: the path itself or a folder it lies in. */
  at: z.string(),
  /** The ignore file that the pattern stands in and its line; null for a pattern of the source's own list. */
  file: z.string().nullable(),
  line: z.int().nullable(),
});

const readDocument = z.object({
  documentId: z.int(),
  kind: documentKind,
  title: z.string(),
  /** The attachment or member it is; null for the file itself. */
  member: z.string().nullable(),
  /** Where the document is, for a copy of a mail that was indexed already; null for what is no copy. */
  sameAs: copyPlace.nullable(),
  chunks: z.int(),
});

/** The file's row of the ledger and what came out of it. */
const whyFile = z.object({
  state: fileState,
  reason: reason.nullable(),
  detail: z.string().nullable(),
  sizeBytes: z.number(),
  /** ISO 8601; a file system can hold years that no calendar form has four digits for. */
  modifiedAt: z.string(),
  /** null: never read. */
  readAt: z.iso.datetime().nullable(),
  missingSince: z.iso.datetime().nullable(),
  /** The parser of the last read; `newest` is the version it has now. */
  parser: z.object({ id: z.string(), version: z.int(), newest: z.int() }).nullable(),
  documents: z.int(),
  chunks: z.int(),
  /** Of the chunks; null where no embedder is in use. */
  embedded: z.int().nullable(),
  /** The first of them. */
  contents: z.array(readDocument),
  /** Names of what was attached, read or not; the first of them. */
  attachments: z.array(z.string()),
  /** Secrets left out of the text, by kind. */
  withheld: z.array(withheldCount),
  /** Characters left out because a reader of the file would not see them. */
  hiddenChars: z.int(),
});

/** Everything that decides whether what lies at a path is found. */
export const why = z.object({
  /** As it was asked for. */
  asked: z.string(),
  /** Where that is: links on the way followed, the name in the form the disk has it in. */
  path: z.string(),
  verdict,
  onDisk: z.enum(['file', 'folder', 'link', 'placeholder', 'special', 'gone', 'unknown']),
  /** Where a link leads; null for what is no link or leads nowhere. */
  leadsTo: z.string().nullable(),
  source: z
    .object({ sourceId: z.int(), path: z.string(), state: z.enum(['watching', 'paused', 'missing']) })
    .nullable(),
  leftOut: leftOut.nullable(),
  file: whyFile.nullable(),
  /** What the ledger has below a folder. */
  below: z
    .object({
      files: z.record(fileState, z.int()),
      reasons: z.array(z.object({ reason, count: z.int() })),
    })
    .nullable(),
  /**
   * What comes next and for what it waits: the end of its reading, its turn, the source to be resumed or looked
   * through, its drive, the library to be writable again, its embedding, an embedder.
   */
  waitsFor: z
    .enum(['reading', 'turn', 'resume', 'look', 'drive', 'library', 'embedding', 'embedder'])
    .nullable(),
});
export type Why = z.infer<typeof why>;
