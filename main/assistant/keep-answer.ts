import type { Answer, AskPlace, KeptPlace } from '#main/contract/ask.ts';
import { Fault } from '#main/contract/fault.ts';
import type { Asked, Conversations } from './conversations/conversations.ts';

/** Where one answer is kept. That it cannot be must cost nobody the answer. */
export interface Keeping {
  /** Null where the question could not be kept. */
  readonly asked: Asked | null;
  /** Keeps the whole answer; returns where it stands, or why it is not kept. */
  keep(answer: Answer): KeptPlace | Fault | null;
  /** Keeps what there is of an answer that was left, unless the whole one was kept; of none the question, to be asked again. */
  leave(answer: Answer | null): void;
}

/** Keeps the question at once. `known` goes on, at `place`; without it a conversation is begun. A persona that is named becomes the conversation's. */
export function keepAnswer(
  conversations: Conversations,
  known: number | null,
  question: string,
  place?: AskPlace,
  personaId?: number | null,
): Keeping {
  let isOver = false;
  const orProblem = <Result>(act: () => Result): Result | Fault => {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return new Fault('answer-not-kept', { why: error.message }, error);
    }
  };
  const begun = orProblem(() => {
    const asked = conversations.ask(known, question, place);
    const { conversationId } = asked;
    const isNew = personaId !== undefined && personaId !== conversations.personaOf(conversationId);
    if (isNew) conversations.change({ conversationId, personaId });
    return asked;
  });
  const asked = begun instanceof Fault ? null : begun;
  const keep = (answer: Answer): KeptPlace | Fault | null => {
    isOver = true;
    if (begun instanceof Fault) return begun;
    return orProblem(() => conversations.append(begun.questionId, answer));
  };
  return {
    asked,
    keep,
    leave(answer) {
      if (isOver || asked === null) return;
      if (answer !== null) keep(answer);
      else orProblem(() => conversations.leave(asked.questionId));
    },
  };
}
