import * as z from 'zod';
import { copyPlace, documentKind, place } from './document.ts';
import { longestQuery } from './longest-query.ts';

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
  /** Days of the week it is dated on, 1 for Monday to 7 for Sunday (ISO 8601), in UTC as dates are: any of them. */
  weekdays: z.array(z.int().min(1).max(7)).optional(),
  /** A folder: its path, or the last part of it; of mails also a folder of their program, or a label. */
  folder: z.string().optional(),
  sourceId: z.int().optional(),
  /** Of these documents alone: what an earlier answer named. */
  documents: z.array(z.int()).optional(),
  /** Any of these tags, of mails also labels; in any case, and with what is below them: home takes in home/roof. */
  tags: z.array(z.string()).optional(),
  /** Endings of file names, such as “.pdf”: any of them. */
  endings: z.array(z.string()).optional(),
  /** All of these names or addresses among its people, in any role. */
  between: z.array(z.string()).optional(),
  /** Any of these words in its title or in its file’s name. */
  titled: z.array(z.string()).optional(),
  /** Words that all stand in its title or text, in any inflection that the full text knows. */
  words: z.array(z.string()).optional(),
  /** Each stands in its title or text as it is; case, accents and line breaks aside. */
  phrases: z.array(z.string()).optional(),
  /** Words or phrases of which none stands in its title or text. */
  without: z.array(z.string()).optional(),
});
export type Filter = z.infer<typeof filter>;

export const searchInput = z.object({
  query: z.string().min(1).max(longestQuery),
  limit: z.int().min(1).max(200).default(10),
  mode: searchMode.default('hybrid'),
  filter: filter.default({}),
});
export type SearchInput = z.infer<typeof searchInput>;

/** Another document that a passage stands in too. */
export const alsoPlace = copyPlace.extend({ documentId: z.int(), title: z.string() });
export type AlsoPlace = z.infer<typeof alsoPlace>;

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
  /** Other documents that say the same there: copies, and mails that quote it; the best of them. */
  also: z.array(alsoPlace),
  date: z.iso.datetime().nullable(),
  people: z.array(z.string()),
  place,
  start: z.int(),
  end: z.int(),
  text: z.string(),
});
export type Hit = z.infer<typeof hit>;

export const intent = z.enum([
  'find',
  'fact',
  'who',
  'when',
  'count',
  'list',
  /** The first or last, largest or smallest of what a list would hold. */
  'ends',
  'timeline',
  'compare',
  'summarise',
  /** A calculation with numbers or dates: nothing of it stands in a file. */
  'reckon',
  'talk',
]);
export type Intent = z.infer<typeof intent>;

/** What documents are put together by. */
export const groupBy = z.enum([
  ...(['day', 'week', 'weekday', 'month', 'year'] as const),
  ...(['sender', 'recipient', 'person', 'folder', 'tag', 'kind', 'ending'] as const),
]);
export type GroupBy = z.infer<typeof groupBy>;

/** What is computed, where it is not documents: all optional conditions must hold. */
export const measure = z.object({
  /** `amounts`: sums of money that documents name as their total; `columns`: numbers in the columns of tables. */
  of: z.enum(['attachments', 'people', 'threads', 'amounts', 'columns']),
  /** How one figure is made of many. */
  as: z.enum(['count', 'list', 'sum', 'average', 'largest', 'smallest']),
  /** Of columns: `spent` where what was paid is wanted, not what was offered. */
  column: z.literal('spent').optional(),
  /** In units of the currency, or of the column: above, not at. */
  over: z.number().optional(),
  under: z.number().optional(),
  /** ISO 4217. */
  currency: z.string().optional(),
});
export type Measure = z.infer<typeof measure>;

/** What is asked, as understood: shown to the person, and the very filter that runs. */
export const plan = z.object({
  /** The question rewritten so that it stands alone; what the arms search for. */
  query: z.string(),
  intent,
  filter,
  by: groupBy.optional(),
  measure: measure.optional(),
  /** Which end comes first; of groups `largest` is usual, of documents `newest`. `both`: the first and the last. */
  order: z.enum(['newest', 'oldest', 'both', 'largest', 'smallest', 'longest', 'shortest']).optional(),
  /** The whole question as it stands alone, where it goes on from an earlier one. */
  standalone: z.string().optional(),
  /** Only so many, from that end. */
  limit: z.int().optional(),
});
export type Order = NonNullable<z.infer<typeof plan>['order']>;
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
