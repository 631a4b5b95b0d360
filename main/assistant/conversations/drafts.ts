import type { ConversationsDb } from './database.ts';

/** What is typed and not yet asked, for each conversation; of the question that begins one the conversation is null. */
export interface Drafts {
  /** Empty where there is none. */
  read(conversationId: number | null): string;
  /** On disk when this returns; an empty text forgets it. A conversation that is gone keeps none. */
  keep(conversationId: number | null, text: string): void;
}

export function createDrafts(db: ConversationsDb): Drafts {
  const one = db
    .prepare<[number | null], string>('SELECT text FROM draft WHERE conversation_id IS ?')
    .pluck();
  const forget = db.prepare<[number | null]>('DELETE FROM draft WHERE conversation_id IS ?');
  const insert = db.prepare<[number | null, string]>(
    'INSERT INTO draft (conversation_id, text) VALUES (?, ?)',
  );
  const exists = db.prepare<[number], number>('SELECT 1 FROM conversation WHERE conversation_id = ?').pluck();
  const replaceDraft = db.transaction((conversationId: number | null, text: string): void => {
    forget.run(conversationId);
    const isKept = conversationId === null || exists.get(conversationId) !== undefined;
    if (text !== '' && isKept) insert.run(conversationId, text);
  });
  const read = (conversationId: number | null): string => one.get(conversationId) ?? '';
  return {
    read,
    keep(conversationId, text) {
      if (text !== read(conversationId)) replaceDraft.immediate(conversationId, text);
    },
  };
}

/** A question that got no answer, with what was typed since: it stands first, once. */
export function withUnanswered(draft: string, question: string): string {
  if (draft.trim() === '' || draft.trim() === question.trim()) return question;
  return `${question}\n\n${draft}`;
}
