import * as z from 'zod';
import { documentKind, place } from './document.ts';
import { longestQuery } from './longest-query.ts';
import { alsoPlace, filter, groupBy, hit, plan } from './search.ts';

/**
 * Where a question stands in the tree of a conversation: behind an answer, in the place of a question that it words
 * anew, or as that question itself, which gets another answer. What stood there before is kept beside it.
 */
export const askPlace = z.discriminatedUnion('as', [
  z.object({ as: z.literal('follow-up'), answerId: z.int() }),
  z.object({ as: z.literal('edit'), questionId: z.int() }),
  z.object({ as: z.literal('again'), questionId: z.int() }),
]);
export type AskPlace = z.infer<typeof askPlace>;

export const askInput = z.object({
  question: z.string().min(1).max(longestQuery),
  /** Continues this conversation; absent starts a new one. */
  conversationId: z.int().optional(),
  /** Where in it; absent is behind the last answer of the branch that is shown. */
  place: askPlace.optional(),
  /** How the conversation is answered from now on; null for as usual, absent for as before. */
  personaId: z.int().nullable().optional(),
  /** The instant answer alone. */
  noModel: z.boolean().default(false),
  /** The model reads more, thinks where it was taught to, and may say more; it takes longer. */
  thorough: z.boolean().optional(),
  /** Replaces what the rules understood: the plan as the person corrected it. */
  plan: plan.optional(),
});
export type AskInput = z.infer<typeof askInput>;

/** A hit shown in an answer. `quote` is the document's text from `start` to `end`, letter for letter (UTF-16 offsets). */
export const citation = z.object({
  n: z.int(),
  documentId: z.int(),
  path: z.string(),
  member: z.string().nullable(),
  title: z.string(),
  kind: documentKind,
  date: z.iso.datetime().nullable(),
  place,
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  /** Other documents that say the same there; of kept answers only the newer ones tell. */
  also: z.array(alsoPlace).optional(),
});
export type Citation = z.infer<typeof citation>;

export const sentence = z.object({
  text: z.string(),
  citations: z.array(z.int()),
  /** True only where each claim of the sentence stands in a cited passage; code decides, never a model. */
  verified: z.boolean(),
  /** The asked-for amount, date, name, place or number in `text` (UTF-16 offsets, end exclusive), to be set off. */
  asked: z.object({ start: z.int(), end: z.int() }).optional(),
});
export type Sentence = z.infer<typeof sentence>;

export const computedItem = z.object({
  documentId: z.int(),
  title: z.string(),
  path: z.string(),
  date: z.iso.datetime().nullable(),
  people: z.array(z.string()),
  /** What the figure takes from it; its unit is that of the whole. */
  amount: z.number().optional(),
});

/** Documents that have something in common: “2025-03”, a sender, a folder. */
const computedGroup = z.object({
  label: z.string(),
  count: z.int(),
  amount: z.number().optional(),
});

/** What was computed rather than found: the condition, the figure, and what it was made of. */
const computed = z.object({
  /** What was counted; of a sum or an average, how many numbers went into it. */
  count: z.int(),
  /** The condition in words. */
  filter: z.string(),
  exactFilter: filter,
  /** The first of what was counted; `documents.list` has the rest under `exactFilter`. */
  items: z.array(computedItem),
  /** A sum, an average, a largest or smallest: the figure that was asked for. Absent: it is the count. */
  amount: z.number().optional(),
  /** Of `amount`: a currency by ISO 4217 or what the column is in; “” for none. */
  unit: z.string().optional(),
  /** What was counted, where it is not documents: “attachments”, “people”. */
  counted: z.string().optional(),
  groups: z.array(computedGroup).optional(),
  /** What the groups have in common: “month”. */
  groupedBy: groupBy.optional(),
  /**
   * How it was computed, in a sentence: what was exact by the index, and what was read or judged over how many documents.
   * Absent: all of it is exact by the index.
   */
  method: z.string().optional(),
});
export type ComputedItem = z.infer<typeof computedItem>;
export type ComputedGroup = z.infer<typeof computedGroup>;
export type Computed = z.infer<typeof computed>;

const timings = z.object({
  retrieveMs: z.number(),
  firstTokenMs: z.number().nullable(),
  totalMs: z.number(),
  promptTokens: z.int(),
  cachedTokens: z.int(),
  newTokens: z.int(),
});
export type Timings = z.infer<typeof timings>;

/** What the search could and could not see: the honest part of “not found”. */
const coverage = z.object({
  documents: z.int(),
  pendingFiles: z.int(),
  unreadFiles: z.int(),
  embeddedShare: z.number(),
});
export type Coverage = z.infer<typeof coverage>;

/** Why the answer looks as it does; each has its own wording on screen. */
const outcome = z.enum(['answered', 'not-found', 'empty-library', 'talk']);

/** A whole answer: what `ask` ends with and what a conversation keeps. */
export const answer = z.object({
  question: z.string(),
  plan,
  outcome,
  /** The text with `[n]` marks: the sentences of `sentences` in order. */
  answer: z.string(),
  sentences: z.array(sentence),
  /** The model's sentences that no passage supports, kept apart from the answer. */
  unsupported: z.array(sentence),
  citations: z.array(citation),
  /** Of “not found”: what lies nearest, to be looked at; it says nothing that was asked. */
  nearest: z.array(citation).optional(),
  computed: computed.nullable(),
  coverage,
  /** The chat model that wrote, or null for the instant answer alone. */
  model: z.string().nullable(),
  timings,
});
export type Answer = z.infer<typeof answer>;

/** Where an answer is kept: its question, and what stands beside either in the order of asking, itself among them. */
export const keptPlace = z.object({
  questionId: z.int(),
  answerId: z.int(),
  /** Questions in the same place that have an answer. */
  questions: z.array(z.int()),
  /** Answers of the question. */
  answers: z.array(z.int()),
});
export type KeptPlace = z.infer<typeof keptPlace>;

/** How far a summary of long material is. */
const progress = z.object({
  /** The files are read; a model takes notes of them. */
  phase: z.enum(['reading', 'noting']),
  done: z.int(),
  total: z.int(),
  unit: z.enum(['mails', 'documents', 'pages', 'parts']),
});
export type Progress = z.infer<typeof progress>;

/** The events of one question, in this order; `done` is always the last unless the stream fails with a Fault. */
export const askEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), conversationId: z.int(), questionId: z.int() }),
  z.object({ type: z.literal('plan'), plan }),
  z.object({ type: z.literal('hits'), hits: z.array(hit) }),
  z.object({
    type: z.literal('instant'),
    sentences: z.array(sentence),
    citations: z.array(citation),
    computed: computed.nullable(),
  }),
  /** Of a summary alone, before `instant` and after it. */
  z.object({ type: z.literal('progress'), progress }),
  /** What the model thinks before it writes: no part of the answer, and not kept. */
  z.object({ type: z.literal('thought'), text: z.string() }),
  /** Raw model text as it arrives: shown as a draft, never as an answer. */
  z.object({ type: z.literal('draft'), text: z.string() }),
  z.object({ type: z.literal('sentence'), sentence, citations: z.array(citation) }),
  /** Generation could not run or broke off; the instant answer stands. */
  z.object({ type: z.literal('notice'), message: z.string() }),
  /** `kept` is null where the answer is not kept. */
  z.object({ type: z.literal('done'), answer, kept: keptPlace.nullable() }),
]);
export type AskEvent = z.infer<typeof askEvent>;
