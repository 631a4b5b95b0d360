import type { ConversationsDb } from './database.ts';
import { type Drafts, withUnanswered } from './drafts.ts';

/** Questions that never got an answer: what was asked is in the question box again. No verb opens a transaction. */
export interface Unanswered {
  /** One that was left before anything was found; nothing where it has an answer. */
  leave(questionId: number): void;
  /** All of them: when the store is opened nobody works on an answer. */
  recover(): void;
}

interface Row {
  readonly questionId: number;
  readonly conversationId: number;
  readonly text: string;
}

export function createUnanswered(db: ConversationsDb, drafts: Drafts): Unanswered {
  const isUnanswered = `NOT EXISTS (SELECT 1 FROM answer WHERE answer.question_id = question.question_id)`;
  const columns = 'question_id AS questionId, conversation_id AS conversationId, text';
  const one = db.prepare<[number], Row>(
    `SELECT ${columns} FROM question WHERE question_id = ? AND ${isUnanswered}`,
  );
  const all = db.prepare<[], Row>(
    `SELECT ${columns} FROM question WHERE ${isUnanswered} ORDER BY question_id DESC`,
  );
  const forget = db.prepare<[number]>('DELETE FROM question WHERE question_id = ?');
  const forgetEmpty = db.prepare<[number]>(
    `DELETE FROM conversation WHERE conversation_id = ?
      AND NOT EXISTS (SELECT 1 FROM question WHERE question.conversation_id = conversation.conversation_id)`,
  );
  const forgetOld = db.prepare(
    `DELETE FROM conversation
      WHERE NOT EXISTS (SELECT 1 FROM question WHERE question.conversation_id = conversation.conversation_id)`,
  );
  const leave = ({ questionId, conversationId, text }: Row): void => {
    forget.run(questionId);
    const place = forgetEmpty.run(conversationId).changes > 0 ? null : conversationId;
    drafts.keep(place, withUnanswered(drafts.read(place), text));
  };
  return {
    leave(questionId) {
      const row = one.get(questionId);
      if (row !== undefined) leave(row);
    },
    recover() {
      for (const row of all.all()) leave(row);
      // What was begun before questions were kept.
      forgetOld.run();
    },
  };
}
