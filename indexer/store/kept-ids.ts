import type { WritableDb } from './connection.ts';
import type { MailStanding } from './mail-standing.ts';
import type { OrdinalRange } from './ordinals.ts';

/** The ids of a file's documents, to be taken again when it is written anew: links to them outlive it. */
export interface KeptIds {
  /** Documents that were known by the same Message-ID as one that is written now. */
  readonly again: ReadonlySet<number>;
  /** The id that the document of this standing and member had; each is given once. */
  take(key: number | null, member: string | null): number | null;
}

/** A mail keeps its id where the mails before it in a mailbox went; everything else by what it is called. */
export function createKeptIds(db: WritableDb) {
  const oldDocuments = db.prepare<
    [number, number, number],
    { documentId: number; member: string | null; key: number | null }
  >(
    `SELECT document_id AS documentId, member,
        (SELECT key FROM mail_key WHERE mail_key.document_id = document.document_id AND role = 'is') AS key
      FROM document WHERE file_id = ? AND ordinal >= ? AND ordinal < ? ORDER BY ordinal`,
  );
  return (fileId: number, range: OrdinalRange, standings: readonly MailStanding[]): KeptIds => {
    const written = new Set(standings.map(({ key }) => key));
    const byName = new Map<number | string, number[]>();
    const again = new Set<number>();
    for (const { documentId, member, key } of oldDocuments.all(fileId, range.from, range.to)) {
      const isAgain = key !== null && written.has(key);
      if (isAgain) again.add(documentId);
      const name = isAgain ? key : (member ?? '');
      byName.set(name, [...(byName.get(name) ?? []), documentId]);
    }
    const take = (name: number | string): number | null => byName.get(name)?.shift() ?? null;
    return { again, take: (key, member) => (key === null ? null : take(key)) ?? take(member ?? '') };
  };
}
