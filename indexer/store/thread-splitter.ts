import type { WritableDb } from './connection.ts';

/** Takes a thread apart whose mails are tied together no more: one that tied them went, or names others now. */
export function createThreadSplitter(db: WritableDb): (threadId: number) => void {
  const links = db.prepare<[number], { documentId: number; key: number | null }>(
    `SELECT document.document_id AS documentId, key FROM document
        LEFT JOIN mail_key ON mail_key.document_id = document.document_id AND role IN ('is', 'names')
      WHERE thread_id = ? ORDER BY coalesce(date_ms, 0), document.document_id`,
  );
  const create = db.prepare<[number]>(
    'INSERT INTO thread (subject) SELECT subject FROM thread WHERE thread_id = ?',
  );
  const move = db.prepare<[number, number]>('UPDATE document SET thread_id = ? WHERE document_id = ?');
  const remove = db.prepare<[number]>('DELETE FROM thread WHERE thread_id = ?');

  return (threadId) => {
    const [oldest, ...others] = components(links.all(threadId));
    if (oldest === undefined) remove.run(threadId);
    for (const documents of others) {
      const { lastInsertRowid } = create.run(threadId);
      for (const documentId of documents) move.run(Number(lastInsertRowid), documentId);
    }
  };
}

/** Groups of documents that share keys, in the order of the first document of each. */
function components(links: readonly { documentId: number; key: number | null }[]): Set<number>[] {
  const groupOf = new Map<number, Set<number>>();
  const ofKey = new Map<number, number>();
  for (const { documentId, key } of links) {
    const group = groupOf.get(documentId) ?? new Set([documentId]);
    groupOf.set(documentId, group);
    const other = key === null ? documentId : ofKey.get(key);
    if (other === undefined && key !== null) ofKey.set(key, documentId);
    const joined = groupOf.get(other ?? documentId) ?? group;
    if (joined === group) continue;
    const [kept, moved] = joined.size >= group.size ? [joined, group] : [group, joined];
    for (const member of moved) {
      kept.add(member);
      groupOf.set(member, kept);
    }
  }
  return [...new Set(links.map(({ documentId }) => groupOf.get(documentId) ?? new Set([documentId])))];
}
