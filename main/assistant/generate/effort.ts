import type { ChatRequest } from '#models/chat/chat-model.ts';

/** How much a model reads and writes for a question. */
export interface Effort {
  readonly passageTokens: number;
  readonly mostPassages: number;
  /** Asked of it behind the passages, so that what stands before them stays the same. */
  readonly length: string;
  readonly replyTokens: number;
  /** A model that writes more than this is rambling. */
  readonly mostSentences: number;
  readonly thinking?: NonNullable<ChatRequest['thinking']>;
}

/** A small model on a processor reads about this much in a few seconds. */
export const quick: Effort = {
  ...{ passageTokens: 900, mostPassages: 6 },
  ...{ length: '', replyTokens: 160, mostSentences: 6 },
};
export const thorough: Effort = {
  ...{ passageTokens: 2_200, mostPassages: 12 },
  ...{ length: ' Answer in up to eight sentences.', replyTokens: 400, mostSentences: 12 },
  thinking: { maxTokens: 1_200, maxMs: 120_000 },
};
