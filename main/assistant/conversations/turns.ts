import type { Answer, AskPlace, KeptPlace } from '#main/contract/ask.ts';
import type { ShownAt } from '#main/contract/conversations.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ConversationsDb } from './database.ts';
import { type AnswerNode, answersUpTo, type QuestionNode, shownBranch, type Tree } from './tree.ts';
import { turnText } from './turn-text.ts';

/** The questions and answers of conversations, in their trees. No verb opens a transaction: whoever acts does. */
export interface Turns {
  tree(conversationId: number): Tree;
  /** The answer a question in that place would follow; null: none. Throws Fault `not-found`. */
  answerBefore(conversationId: number, place: AskPlace | undefined): number | null;
  /** Those answers, oldest first. */
  answers(conversationId: number, upTo: number | null): Answer[];
  answer(answerId: number): Answer;
  /** Adds a question, or gives the one that is asked again. */
  ask(conversationId: number, place: AskPlace | undefined, question: string): number;
  /** Adds an answer and shows it. Throws Fault `not-found`. */
  append(questionId: number, answer: Answer): { readonly conversationId: number; readonly answerId: number };
  show(conversationId: number, at: ShownAt): void;
  /** Where an answer stands; the answer has to be in the conversation. */
  placeOf(conversationId: number, answerId: number): KeptPlace | null;
}

const tellMissing = (what: string): never => {
  throw new Fault('not-found', { what });
};

export function createTurns(db: ConversationsDb): Turns {
  const questions = db.prepare<[number], QuestionNode>(
    `SELECT question_id AS questionId, after_answer AS afterAnswer, shown FROM question
     WHERE conversation_id = ? ORDER BY question_id`,
  );
  const answers = db.prepare<[number], AnswerNode>(
    `SELECT answer_id AS answerId, question_id AS questionId, shown FROM answer
     WHERE conversation_id = ? ORDER BY answer_id`,
  );
  const answerText = db.prepare<[number], string>('SELECT answer FROM answer WHERE answer_id = ?').pluck();
  const insertQuestion = db
    .prepare<[number, number | null, string, string], number>(
      'INSERT INTO question (conversation_id, after_answer, asked_at, text) VALUES (?, ?, ?, ?) RETURNING question_id',
    )
    .pluck();
  const conversationOf = db
    .prepare<[number], number>('SELECT conversation_id FROM question WHERE question_id = ?')
    .pluck();
  const insertAnswer = db
    .prepare<[number, number, string, string], number>(
      'INSERT INTO answer (conversation_id, question_id, answered_at, answer) VALUES (?, ?, ?, ?) RETURNING answer_id',
    )
    .pluck();
  const insertText = db.prepare<[number, string, string]>(
    'INSERT INTO turn_text (rowid, question, answer) VALUES (?, ?, ?)',
  );
  const touch = db.prepare<[string, number]>(
    'UPDATE conversation SET updated_at = ? WHERE conversation_id = ?',
  );
  const showAnswer = db.prepare<[number, number]>(
    'UPDATE answer SET shown = (answer_id = ?) WHERE question_id = ?',
  );
  const showQuestion = db.prepare<[number, number, number | null]>(
    'UPDATE question SET shown = (question_id = ?) WHERE conversation_id = ? AND after_answer IS ?',
  );

  const tree = (conversationId: number): Tree => ({
    questions: questions.all(conversationId),
    answers: answers.all(conversationId),
  });
  const questionIn = (conversationId: number, questionId: number): QuestionNode =>
    questions.all(conversationId).find((node) => node.questionId === questionId) ??
    tellMissing('That question');
  const answerIn = (conversationId: number, answerId: number): AnswerNode =>
    answers.all(conversationId).find((node) => node.answerId === answerId) ?? tellMissing('That answer');

  const answerBefore = (conversationId: number, place: AskPlace | undefined): number | null => {
    switch (place?.as) {
      case undefined:
        return shownBranch(tree(conversationId)).at(-1)?.answerId ?? null;
      case 'follow-up':
        return answerIn(conversationId, place.answerId).answerId;
      case 'edit':
      case 'again':
        return questionIn(conversationId, place.questionId).afterAnswer;
    }
  };
  const answer = (answerId: number): Answer =>
    // The column is written by `append` alone.
    JSON.parse(answerText.get(answerId) ?? tellMissing('That answer')) as Answer;

  /** Marks a question, an answer of it and all that they follow as what is shown. */
  const show = (conversationId: number, at: ShownAt): void => {
    const { questions: asked, answers: answered } = tree(conversationId);
    let answer = 'answerId' in at ? answered.find((node) => node.answerId === at.answerId) : undefined;
    const questionId = 'questionId' in at ? at.questionId : answer?.questionId;
    let question = asked.find((node) => node.questionId === questionId);
    if (question === undefined || !answered.some((node) => node.questionId === questionId))
      throw new Fault('not-found', { what: 'That turn' });
    while (question !== undefined) {
      if (answer !== undefined) showAnswer.run(answer.answerId, answer.questionId);
      const { questionId: shown, afterAnswer } = question;
      showQuestion.run(shown, conversationId, afterAnswer);
      answer = answered.find((node) => node.answerId === afterAnswer);
      question = asked.find((node) => node.questionId === answer?.questionId);
    }
  };

  return {
    tree,
    answerBefore,
    answer,
    answers: (conversationId, upTo) => answersUpTo(tree(conversationId), upTo).map(answer),
    ask(conversationId, place, question) {
      if (place?.as === 'again') return questionIn(conversationId, place.questionId).questionId;
      const after = answerBefore(conversationId, place);
      return insertQuestion.get(conversationId, after, new Date().toISOString(), question) ?? 0;
    },
    append(questionId, given) {
      const conversationId = conversationOf.get(questionId) ?? tellMissing('That conversation');
      const at = new Date().toISOString();
      const answerId = insertAnswer.get(conversationId, questionId, at, JSON.stringify(given)) ?? 0;
      insertText.run(answerId, ...turnText(given.question, given));
      touch.run(at, conversationId);
      show(conversationId, { answerId });
      return { conversationId, answerId };
    },
    show,
    placeOf: (conversationId, answerId) =>
      shownBranch(tree(conversationId)).find((place) => place.answerId === answerId) ?? null,
  };
}
