import type { Answer } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Conversations } from './conversations/conversations.ts';

/** Where one answer is kept. That it cannot be must cost nobody the answer. */
export interface Keeping {
  /** Null where no conversation could be begun. */
  readonly conversationId: number | null;
  /** Keeps the whole answer; returns why it is not kept, or null. */
  keep(answer: Answer): Fault | null;
  /** Keeps what there is of an answer that was left, unless the whole one was kept; null: nothing. */
  leave(answer: Answer | null): void;
}

/** `known` goes on; without it a conversation is begun with the question. */
export function keepAnswer(
  conversations: Conversations,
  known: number | undefined,
  question: string,
): Keeping {
  let problem: Fault | null = null;
  let isOver = false;
  const orProblem = <Result>(act: () => Result): Result | null => {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      problem = new Fault('answer-not-kept', { why: error.message }, error);
      return null;
    }
  };
  const conversationId = known ?? orProblem(() => conversations.start(question));
  const keep = (answer: Answer): Fault | null => {
    isOver = true;
    if (conversationId !== null) orProblem(() => conversations.append(conversationId, answer));
    return problem;
  };
  return {
    conversationId,
    keep,
    leave(answer) {
      if (isOver || conversationId === null) return;
      if (answer !== null) keep(answer);
      else orProblem(() => conversations.discardEmpty(conversationId));
    },
  };
}
