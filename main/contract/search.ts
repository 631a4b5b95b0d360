import * as z from 'zod';
import { copyPlace, documentKind, place } from './document.ts';

export const searchMode = z.enum(['hybrid', 'keyword', 'vector']);
export type SearchMode = z.infer<typeof searchMode>;

/** Exact conditions on documents; all that are given must hold. */
export const filter = z.object({
  kinds: z.array(documentKind).optional(),
  /** Any of these names or addresses, as sender or author. */
  from: z.array(z.string()).optional(),
  /** Any of these names or addresses, as recipient: to or cc. */
  to: z.array(z.string()).optional(),
  /** Any of these names or addresses, in any role. */
  people: z.array(z.string()).optional(),
  /** Whether files are attached to it; mails alone have some. */
  hasAttachment: z.boolean().optional(),
  /** ISO 8601 date or time, inclusive. */
  after: z.string().optional(),
  /** ISO 8601 date or time, exclusive. */
  before: z.string().optional(),
  /** A folder: its path, or the last part of it; of mails also a folder of their program, or a label. */
  folder: z.string().optional(),
  sourceId: z.int().optional(),
});
export type Filter = z.infer<typeof filter>;

/** Characters of a query or question. */
export const longestQuery = 10_000;

export const searchInput = z.object({
  query: z.string().min(1).max(longestQuery),
  limit: z.int().min(1).max(200).default(10),
  mode: searchMode.default('hybrid'),
  filter: filter.default({}),
});
export type SearchInput = z.infer<typeof searchInput>;

/** A chunk with a score, as a front end sees it; offsets are UTF-16, into the document's text. */
export const hit = z.object({
  /** Comparable within one search only; higher is better. */
  score: z.number(),
  chunkId: z.int(),
  documentId: z.int(),
  kind: documentKind,
  title: z.string(),
  path: z.string(),
  member: z.string().nullable(),
  /** Where the same mail lies besides; the first of them. */
  copies: z.array(copyPlace),
  date: z.iso.datetime().nullable(),
  people: z.array(z.string()),
  place,
  start: z.int(),
  end: z.int(),
  text: z.string(),
});
export type Hit = z.infer<typeof hit>;

const intent = z.enum(['find', 'fact', 'count', 'list', 'compare', 'summarise', 'talk']);
export type Intent = z.infer<typeof intent>;

/** What is asked, as understood: shown to the person, and the very filter that runs. */
export const plan = z.object({
  /** The question rewritten so that it stands alone; what the arms search for. */
  query: z.string(),
  intent,
  filter,
});
export type Plan = z.infer<typeof plan>;

export const searchResult = z.object({
  query: z.string(),
  plan,
  tookMs: z.number(),
  /** The query as it was searched for, where it has words that the library does not know and near ones that it does. */
  corrected: z.string().nullable(),
  hits: z.array(hit),
});
export type SearchResult = z.infer<typeof searchResult>;
