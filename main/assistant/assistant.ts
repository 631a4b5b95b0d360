import type { AskEvent, AskInput } from '#main/contract/ask.ts';
import type { Plan } from '#main/contract/search.ts';
import { type AnsweringOptions, type AssistantOptions, answerQuestion } from './answer-question.ts';
import { followDirectory } from './plan/directory.ts';
import { planQuestion } from './plan/plan-question.ts';

export type { AssistantOptions };

/** Answers questions from the library, each claim with the place it came from. */
export interface Assistant {
  /**
   * The events of one question in the contract's order. Leaving the iteration, or aborting, stops the work down to the
   * model's next token; what was already answered is kept in the conversation. A conversation that was removed meanwhile
   * is followed by a new one, as `started` says. A model that fails is a `notice`, and the instant answer stands.
   */
  ask(input: AskInput, signal: AbortSignal): AsyncIterable<AskEvent>;
  /** What the rules understand of a question asked alone: the rewritten query and the filter that would run. */
  plan(question: string, signal: AbortSignal): Promise<Plan>;
}

export function createAssistant(options: AssistantOptions): Assistant {
  const directory = followDirectory(options.library);
  return {
    ask: (input, signal) => ask({ ...options, directory }, input, signal),
    async plan(question, signal) {
      signal.throwIfAborted();
      return planQuestion(question, directory(), options.today()).plan;
    },
  };
}

async function* ask(
  options: AnsweringOptions,
  input: AskInput,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  const { conversations } = options;
  const earlier = input.conversationId === undefined ? null : conversations.answers(input.conversationId);
  const known = earlier === null ? undefined : input.conversationId;
  const conversationId = known ?? conversations.start(input.question);
  const leaving = new AbortController();
  const whileAsked = AbortSignal.any([signal, leaving.signal]);
  const answering = answerQuestion(options, input, earlier ?? [], whileAsked);
  try {
    yield { type: 'started', conversationId };
    yield* answering.events;
  } finally {
    leaving.abort();
    const answer = answering.current();
    if (answer !== null) conversations.append(conversationId, answer);
    else conversations.discardEmpty(conversationId);
  }
}
