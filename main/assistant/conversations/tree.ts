import type { KeptPlace } from '#main/contract/ask.ts';

/** A question of a conversation's tree, without its text. */
export interface QuestionNode {
  readonly questionId: number;
  /** The answer it follows; null where it opens the conversation. */
  readonly afterAnswer: number | null;
  readonly shown: number;
}

export interface AnswerNode {
  readonly answerId: number;
  readonly questionId: number;
  readonly shown: number;
}

/** A conversation's questions and answers, each list in the order of asking. */
export interface Tree {
  readonly questions: readonly QuestionNode[];
  readonly answers: readonly AnswerNode[];
}

/**
 * The branch that is shown, from its first turn to its last: of the questions in one place, and of the answers of one
 * question, that which is marked as shown. Questions without an answer are in no branch.
 */
export function shownBranch(tree: Tree): KeptPlace[] {
  const answersOf = Map.groupBy(tree.answers, ({ questionId }) => questionId);
  const answered = tree.questions.filter(({ questionId }) => answersOf.has(questionId));
  const questionsAfter = Map.groupBy(answered, ({ afterAnswer }) => afterAnswer);
  const branch: KeptPlace[] = [];
  let after: number | null = null;
  for (;;) {
    const questions: readonly QuestionNode[] = questionsAfter.get(after) ?? [];
    const question = shownOf(questions);
    if (question === undefined) return branch;
    const answers = answersOf.get(question.questionId) ?? [];
    const answer = shownOf(answers);
    if (answer === undefined) return branch;
    branch.push({
      ...{ questionId: question.questionId, answerId: answer.answerId },
      questions: questions.map(({ questionId }) => questionId),
      answers: answers.map(({ answerId }) => answerId),
    });
    after = answer.answerId;
  }
}

function shownOf<Node extends { readonly shown: number }>(nodes: readonly Node[]): Node | undefined {
  return nodes.find(({ shown }) => shown === 1) ?? nodes.at(-1);
}

/** The answers that come before an answer and itself, oldest first: what a question behind it goes on from. */
export function answersUpTo(tree: Tree, answerId: number | null): number[] {
  const answers = new Map(tree.answers.map((node) => [node.answerId, node]));
  const questions = new Map(tree.questions.map((node) => [node.questionId, node]));
  const path: number[] = [];
  let at = answerId;
  while (at !== null) {
    const answer = answers.get(at);
    const question = answer === undefined ? undefined : questions.get(answer.questionId);
    if (question === undefined) break;
    path.unshift(at);
    at = question.afterAnswer;
  }
  return path;
}
