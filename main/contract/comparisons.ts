import * as z from 'zod';
import { citation, sentence } from './ask.ts';
import { longestQuery } from './longest-query.ts';

/** Models that may be put side by side. */
const mostCompared = 3;

export const compareInput = z.object({
  question: z.string().min(1).max(longestQuery),
  /** Ids of chat models on this computer, each once. */
  models: z
    .array(z.string())
    .min(2)
    .max(mostCompared)
    .refine((ids) => new Set(ids).size === ids.length, 'a model is named twice'),
  /** Which side is which model is not told before the vote, and the sides are in a random order. */
  blind: z.boolean().default(false),
});
export type CompareInput = z.infer<typeof compareInput>;

/** What one model made of the question. */
export const comparedSide = z.object({
  /** Its id and name; null while the comparison is blind and there was no vote. */
  model: z.string().nullable(),
  name: z.string().nullable(),
  /** In order, whether a passage supports them or not. */
  sentences: z.array(sentence),
  /** From the whole prompt to its first word, the loading of the model left out; null where it wrote nothing. */
  firstTokenMs: z.number().nullable(),
  /** While it wrote; null where it wrote too little to tell. */
  tokensPerSecond: z.number().nullable(),
  /** Why it did not write, in a sentence. */
  failed: z.string().nullable(),
});
export type ComparedSide = z.infer<typeof comparedSide>;

/** The number of the better side, counted from 0; or none is better: they are equally good, or none is good. */
export const vote = z.union([
  z
    .int()
    .min(0)
    .max(mostCompared - 1),
  z.enum(['tie', 'neither']),
]);
export type Vote = z.infer<typeof vote>;

export const comparison = z.object({
  /** null where fewer than two models wrote: it is not kept and cannot be voted on. */
  comparisonId: z.int().nullable(),
  question: z.string(),
  askedAt: z.iso.datetime(),
  blind: z.boolean(),
  sides: z.array(comparedSide),
  /** What the sentences of all sides cite. */
  citations: z.array(citation),
  vote: vote.nullable(),
});
export type Comparison = z.infer<typeof comparison>;

/** The events of one comparison; the models write one after the other. `done` is the last unless it fails with a Fault. */
export const compareEvent = z.discriminatedUnion('type', [
  /** The passages that all of them are given. */
  z.object({ type: z.literal('passages'), count: z.int() }),
  /** A model is loaded, then it reads and writes. */
  z.object({ type: z.literal('turn'), side: z.int(), of: z.int() }),
  z.object({ type: z.literal('draft'), side: z.int(), text: z.string() }),
  z.object({ type: z.literal('sentence'), side: z.int(), sentence, citations: z.array(citation) }),
  z.object({ type: z.literal('done'), comparison }),
]);
export type CompareEvent = z.infer<typeof compareEvent>;

/** How a model did on a person's own questions and files. */
export const standing = z.object({
  model: z.string(),
  name: z.string(),
  /** Comparisons with a vote. */
  voted: z.int(),
  wins: z.int(),
  /** Votes for “equally good”. */
  ties: z.int(),
  /** All comparisons it wrote in. */
  comparisons: z.int(),
  sentences: z.int(),
  /** Of the sentences, those that a passage supports. */
  verified: z.int(),
  /** Medians. */
  tokensPerSecond: z.number().nullable(),
  firstTokenMs: z.number().nullable(),
});
export type Standing = z.infer<typeof standing>;

export const voteInput = z.object({ comparisonId: z.int(), vote });
