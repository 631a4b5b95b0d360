import * as z from 'zod';
import { answer, keptPlace } from './ask.ts';

/** Where a conversation is listed: among the others, put away, or among the deleted that can still be taken back. */
export const shelf = z.enum(['current', 'archived', 'deleted']);
export type Shelf = z.infer<typeof shelf>;

export const conversationSummary = z.object({
  conversationId: z.int(),
  title: z.string(),
  updatedAt: z.iso.datetime(),
  /** Answers in all branches. */
  turns: z.int(),
  pinned: z.boolean(),
  shelf,
  /** Of a deleted one: when it goes for good. */
  goesAt: z.iso.datetime().nullable(),
  /** When it came from a file: what its answers say was checked elsewhere. */
  importedAt: z.iso.datetime().nullable(),
  /** How its questions are answered; null for as usual. One that was deleted since answers as usual. */
  personaId: z.int().nullable(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

/** A question with the answer that is shown of it. */
const turn = keptPlace.extend({ answer });

/** A conversation as it is shown: one branch of its tree, oldest turn first. */
export const conversation = conversationSummary.extend({ branch: z.array(turn) });
export type Conversation = z.infer<typeof conversation>;

const longestTitle = 200;

export const conversationChange = z.object({
  conversationId: z.int(),
  title: z.string().trim().min(1).max(longestTitle).optional(),
  pinned: z.boolean().optional(),
  archived: z.boolean().optional(),
  personaId: z.int().nullable().optional(),
});
export type ConversationChange = z.infer<typeof conversationChange>;

/** Shows another branch: the one a question or an answer lies in, and below it what was shown there last. */
export const showInput = z.object({
  conversationId: z.int(),
  at: z.union([z.object({ questionId: z.int() }), z.object({ answerId: z.int() })]),
});
export type ShownAt = z.infer<typeof showInput>['at'];

export const findInput = z.object({
  text: z.string().max(1_000),
  limit: z.int().min(1).max(200).default(50),
});

/** A turn in which a text was found. */
export const foundTurn = z.object({
  conversationId: z.int(),
  title: z.string(),
  shelf,
  answerId: z.int(),
  question: z.string(),
  answeredAt: z.iso.datetime(),
  /** Words around what was found, of the answer; of the question where it stands there alone. */
  excerpt: z.string(),
  /** Where in the excerpt (UTF-16 offsets, end exclusive). */
  marks: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type FoundTurn = z.infer<typeof foundTurn>;

// Two of the longest questions: one that was asked and not answered, and what was typed since.
const longestDraft = 30_000;
/** What is typed and not yet asked; of the question that begins a conversation `conversationId` is null. */
export const draft = z.object({
  conversationId: z.int().nullable(),
  text: z.string().max(longestDraft),
});
