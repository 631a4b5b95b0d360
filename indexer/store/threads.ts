import { conversationMark, type ParsedDocument } from '#indexer/sources/parser.ts';
import type { WritableDb } from './connection.ts';

export interface ThreadWriter {
  /** The thread the document belongs to, made or joined as needed; null for what is no mail. */
  join(document: ParsedDocument): number | null;
}

/**
 * Mails are one thread where one names another in Message-ID, In-Reply-To or References (RFC 5322 3.6.4).
 * A reply that names none joins by its subject; several threads that a new mail ties together become one.
 */
export function createThreadWriter(db: WritableDb): ThreadWriter {
  const ofMessages = db
    .prepare<[string], number>(
      `SELECT DISTINCT thread_id FROM thread_message
        WHERE message_id IN (SELECT value FROM json_each(?)) ORDER BY thread_id`,
    )
    .pluck();
  const ofSubject = db
    .prepare<[string], number>(
      'SELECT thread_id FROM thread WHERE subject = ? ORDER BY thread_id DESC LIMIT 1',
    )
    .pluck();
  const create = db
    .prepare<[string], number>('INSERT INTO thread (subject) VALUES (?) RETURNING thread_id')
    .pluck();
  const link = db.prepare<[string, number]>(
    'INSERT INTO thread_message (message_id, thread_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const moveDocuments = db.prepare<[number, number]>('UPDATE document SET thread_id = ? WHERE thread_id = ?');
  const moveMessages = db.prepare<[number, number]>(
    'UPDATE thread_message SET thread_id = ? WHERE thread_id = ?',
  );
  const removeThread = db.prepare<[number]>('DELETE FROM thread WHERE thread_id = ?');

  const merge = (kept: number, others: readonly number[]): void => {
    for (const other of others) {
      moveDocuments.run(kept, other);
      moveMessages.run(kept, other);
      removeThread.run(other);
    }
  };

  return {
    join({ thread, title }) {
      if (thread === null) return null;
      const subject = thread.subject.trim().toLowerCase();
      const messages = [...new Set([thread.messageId, ...thread.references])].filter((id) => id !== null);
      const [known, ...others] = ofMessages.all(JSON.stringify(messages));
      if (known !== undefined) merge(known, others);
      const isReply = subject !== '' && title.trim().toLowerCase() !== subject;
      const namesNone = thread.references.every((id) => id.startsWith(conversationMark));
      const bySubject = known === undefined && isReply && namesNone;
      const threadId = known ?? (bySubject ? ofSubject.get(subject) : undefined) ?? create.get(subject);
      if (threadId === undefined) throw new Error('a thread just made has no id');
      for (const message of messages) link.run(message, threadId);
      return threadId;
    },
  };
}
