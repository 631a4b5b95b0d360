import type { ParsedDocument } from '#indexer/sources/parser.ts';
import type { WritableDb } from './connection.ts';
import { foldSubject, subjectKey, type ThreadLinks, threadLinksOf } from './thread-links.ts';
import { createThreadSubjects } from './thread-subjects.ts';

/** A mail as its thread is looked for. */
interface Joining {
  readonly document: ParsedDocument;
  /** Its Message-ID's key. */
  readonly key: number | null;
  /** The thread that it was in before its file was read again. */
  readonly before: number | null;
}

export interface ThreadWriter {
  /** The thread the mail belongs to, made or joined as needed, and what ties it there; null for what is no mail. */
  join(joining: Joining): { readonly threadId: number; readonly links: ThreadLinks } | null;
}

/**
 * Mails are one thread where they name each other, or one that is missing (RFC 5322 3.6.4). Several threads that a new
 * mail ties together become the oldest of them; createThreadSplitter takes them apart where that mail goes.
 */
export function createThreadWriter(db: WritableDb): ThreadWriter {
  const tied = db
    .prepare<[string], number>(
      `SELECT DISTINCT thread_id FROM mail_key JOIN document USING (document_id)
        WHERE key IN (SELECT value FROM json_each(?)) AND thread_id IS NOT NULL ORDER BY thread_id`,
    )
    .pluck();
  const create = db.prepare<[string]>('INSERT INTO thread (subject) VALUES (?)');
  const isThere = db.prepare<[number], number>('SELECT 1 FROM thread WHERE thread_id = ?').pluck();
  const moveDocuments = db.prepare<[number, number]>('UPDATE document SET thread_id = ? WHERE thread_id = ?');
  const removeThread = db.prepare<[number]>('DELETE FROM thread WHERE thread_id = ?');
  const subjects = createThreadSubjects(db);

  const linksOf = ({ document, key }: Joining): ThreadLinks => {
    const links = threadLinksOf(document);
    const { thread, title } = document;
    if (links.seeks !== null) {
      const answered = subjects.answered(document);
      return answered === null ? links : { ...links, names: [...links.names, answered] };
    }
    const subject = thread === null ? null : subjectKey(title, thread.subject);
    if (subject !== null && key !== null) subjects.tieReplies(document, key, subject);
    return links;
  };

  return {
    join(joining) {
      const { document, key, before } = joining;
      if (document.thread === null) return null;
      const links = linksOf(joining);
      const keys = key === null ? links.names : [key, ...links.names];
      const [known, ...others] = keys.length === 0 ? [] : tied.all(JSON.stringify(keys));
      for (const other of others) {
        moveDocuments.run(known ?? other, other);
        removeThread.run(other);
      }
      if (known !== undefined) return { threadId: known, links };
      if (before !== null && isThere.get(before) === 1) return { threadId: before, links };
      return { threadId: Number(create.run(foldSubject(document.thread.subject)).lastInsertRowid), links };
    },
  };
}
