import type { Answer } from '#main/contract/ask.ts';
import type { ExportedConversation } from '#main/contract/conversation-export.ts';
import { Fault } from '#main/contract/fault.ts';
import type { ConversationsDb } from './database.ts';
import type { Drafts } from './drafts.ts';
import { turnText } from './turn-text.ts';

/** Whole conversations out of the store and into it. No verb opens a transaction. */
export interface Exchange {
  /** Throws Fault `not-found`. */
  take(conversationId: number): ExportedConversation;
  /** Adds one, with new ids; null where it holds no answer. Throws Fault `import-unreadable` for a tree that is none. */
  put(conversation: ExportedConversation): number | null;
}

interface Head {
  readonly title: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly pinned: number;
  readonly archived: number;
  readonly importedAt: string | null;
}

interface QuestionRow {
  readonly id: number;
  readonly after: number | null;
  readonly text: string;
  readonly askedAt: string;
  readonly shown: number;
}

interface AnswerRow {
  readonly id: number;
  readonly question: number;
  readonly answeredAt: string;
  readonly shown: number;
  readonly answer: string;
}

export function createExchange(db: ConversationsDb, drafts: Drafts): Exchange {
  const head = db.prepare<[number], Head>(
    `SELECT title, created_at AS createdAt, updated_at AS updatedAt, pinned, archived, imported_at AS importedAt
     FROM conversation WHERE conversation_id = ?`,
  );
  const questions = db.prepare<[number], QuestionRow>(
    `SELECT question_id AS id, after_answer AS after, text, asked_at AS askedAt, shown FROM question
     WHERE conversation_id = ? AND EXISTS (SELECT 1 FROM answer WHERE answer.question_id = question.question_id)
     ORDER BY question_id`,
  );
  const answers = db.prepare<[number], AnswerRow>(
    `SELECT answer_id AS id, question_id AS question, answered_at AS answeredAt, shown, answer FROM answer
     WHERE conversation_id = ? ORDER BY answer_id`,
  );
  const insertHead = db
    .prepare<[string, string, string, number, number, string], number>(
      `INSERT INTO conversation (title, created_at, updated_at, pinned, archived, imported_at)
       VALUES (?, ?, ?, ?, ?, ?) RETURNING conversation_id`,
    )
    .pluck();
  const insertQuestion = db
    .prepare<[number, number | null, string, string, number], number>(
      `INSERT INTO question (conversation_id, after_answer, text, asked_at, shown) VALUES (?, ?, ?, ?, ?)
       RETURNING question_id`,
    )
    .pluck();
  const insertAnswer = db
    .prepare<[number, number, string, string, number], number>(
      `INSERT INTO answer (conversation_id, question_id, answered_at, answer, shown) VALUES (?, ?, ?, ?, ?)
       RETURNING answer_id`,
    )
    .pluck();
  const insertText = db.prepare<[number, string, string]>(
    'INSERT INTO turn_text (rowid, question, answer) VALUES (?, ?, ?)',
  );

  return {
    take(conversationId) {
      const found = head.get(conversationId);
      if (found === undefined) throw new Fault('not-found', { what: 'That conversation' });
      return numbered(
        found,
        drafts.read(conversationId),
        questions.all(conversationId),
        answers.all(conversationId),
      );
    },
    put(conversation) {
      const { title, createdAt, updatedAt, pinned, archived, draft } = conversation;
      if (conversation.answers.length === 0) return null;
      const importedAt = new Date().toISOString();
      const id =
        insertHead.get(title, createdAt, updatedAt, Number(pinned), Number(archived), importedAt) ?? 0;
      const asked = new Map<number, number>();
      const answered = new Map<number, number>();
      for (const step of inOrder(conversation)) {
        if ('text' in step) {
          const after = step.after === null ? null : known(answered, step.after);
          asked.set(step.id, insertQuestion.get(id, after, step.text, step.askedAt, Number(step.shown)) ?? 0);
        } else {
          const question = known(asked, step.question);
          const stored = JSON.stringify(step.answer);
          const answerId = insertAnswer.get(id, question, step.answeredAt, stored, Number(step.shown)) ?? 0;
          answered.set(step.id, answerId);
          insertText.run(answerId, ...turnText(step.answer.question, step.answer));
        }
      }
      drafts.keep(id, draft);
      return id;
    },
  };
}

/** With ids that begin at 1 and rise in the order of asking. */
function numbered(
  { pinned, archived, ...head }: Head,
  draft: string,
  questions: readonly QuestionRow[],
  answers: readonly AnswerRow[],
): ExportedConversation {
  const asked = new Map(questions.map(({ id }, index) => [id, index + 1]));
  const answered = new Map(answers.map(({ id }, index) => [id, index + 1]));
  return {
    ...head,
    pinned: pinned === 1,
    archived: archived === 1,
    draft,
    questions: questions.map(({ id, after, shown, ...rest }) => ({
      ...rest,
      id: asked.get(id) ?? 0,
      after: after === null ? null : (answered.get(after) ?? 0),
      shown: shown === 1,
    })),
    answers: answers.map(({ id, question, shown, answer, ...rest }) => ({
      ...rest,
      id: answered.get(id) ?? 0,
      question: asked.get(question) ?? 0,
      shown: shown === 1,
      // The column is written from an answer alone.
      answer: JSON.parse(answer) as Answer,
    })),
  };
}

type Step = ExportedConversation['questions'][number] | ExportedConversation['answers'][number];

/** Each question behind the answer that it follows, each answer behind its question, and both in the order of the file. */
function* inOrder({ questions, answers }: ExportedConversation): Iterable<Step> {
  const isAnswered = new Set(answers.map(({ question }) => question));
  let next = 0;
  const answersUpTo = function* (id: number): Iterable<Step> {
    for (let answer = answers[next]; answer !== undefined && answer.id <= id; answer = answers[next]) {
      next += 1;
      yield answer;
    }
  };
  for (const question of questions) {
    if (!isAnswered.has(question.id)) continue;
    if (question.after !== null) yield* answersUpTo(question.after);
    yield question;
  }
  yield* answersUpTo(Number.POSITIVE_INFINITY);
}

function known(ids: ReadonlyMap<number, number>, id: number): number {
  const found = ids.get(id);
  if (found === undefined)
    throw new Fault('import-unreadable', { what: 'its questions and answers do not fit together' });
  return found;
}
