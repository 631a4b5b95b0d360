import type { WritableDb } from './connection.ts';
import type { MailStanding } from './mail-standing.ts';
import type { OrdinalRange } from './ordinals.ts';

/** The ids of a file's documents, to be taken again when it is written anew: links to them outlive it. */
export interface KeptDocument {
  readonly documentId: number;
  readonly threadId: number | null;
}

export interface KeptIds {
  /** Documents that were known by the same Message-ID as one that is written now. */
  readonly again: ReadonlySet<number>;
  /** What the document of this key and member was; each is given once. */
  take(key: number | null, member: string | null): KeptDocument | null;
}

/** A mail keeps its id where the mails before it in a mailbox went; everything else by what it is called. */
export function createKeptIds(db: WritableDb) {
  const oldDocuments = db.prepare<
    [number, number, number],
    KeptDocument & { member: string | null; key: number | null }
  >(
    `SELECT document_id AS documentId, thread_id AS threadId, member,
        (SELECT key FROM mail_key WHERE mail_key.document_id = document.document_id AND role = 'is') AS key
      FROM document WHERE file_id = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal`,
  );
  return (fileId: number, range: OrdinalRange, standings: readonly MailStanding[]): KeptIds => {
    const written = new Set(standings.map(({ key }) => key));
    const byName = new Map<number | string, KeptDocument[]>();
    const again = new Set<number>();
    for (const { documentId, threadId, member, key } of oldDocuments.all(fileId, range.from, range.to)) {
      const isAgain = key !== null && written.has(key);
      if (isAgain) again.add(documentId);
      const name = isAgain ? key : (member ?? '');
      byName.set(name, [...(byName.get(name) ?? []), { documentId, threadId }]);
    }
    const take = (name: number | string): KeptDocument | null => byName.get(name)?.shift() ?? null;
    return { again, take: (key, member) => (key === null ? null : take(key)) ?? take(member ?? '') };
  };
}
