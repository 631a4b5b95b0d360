import type { Answer, AskEvent } from '#main/contract/ask.ts';

/** The events of a question as they are made; where the answer is kept is said by who keeps it. */
export type AnsweringEvent =
  | Exclude<AskEvent, { type: 'started' | 'done' }>
  | { readonly type: 'done'; readonly answer: Answer };
