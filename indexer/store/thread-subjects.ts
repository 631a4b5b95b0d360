import type { ParsedDocument } from '#indexer/sources/parser.ts';
import { boundOnce, type WritableDb } from './connection.ts';
import { foldSubject } from './thread-links.ts';

/** A reply comes within two months, or its subject is taken up by chance. */
const longestWaitMs = 60 * 24 * 60 * 60 * 1000;
/** Clocks differ. */
const clockMs = 60 * 60 * 1000;
/** Mails of one subject that are looked at: against ten thousand newsletters of one name. */
const mostLookedAt = 20;

/** The last resort where a reply names no mail: one of the same subject, between the same people, a little before. */
export interface ThreadSubjects {
  /** The Message-ID's key of the mail that a reply seems to answer; null for none. */
  answered(reply: ParsedDocument): number | null;
  /** Ties those replies to a mail that seek one like it. */
  tieReplies(document: ParsedDocument, key: number, subject: number): void;
}

interface Candidate {
  readonly documentId: number;
  readonly dateMs: number;
  readonly key: number | null;
}

interface Correspondence {
  readonly dateMs: number;
  readonly sender: string;
  readonly everyone: ReadonlySet<string>;
}

export function createThreadSubjects(db: WritableDb): ThreadSubjects {
  const ofSubject = db.prepare<[string, number, number], Candidate & { key: number }>(
    `SELECT document_id AS documentId, date_ms AS dateMs, key
      FROM thread JOIN document USING (thread_id) JOIN mail_key USING (document_id)
      WHERE thread.subject = ${boundOnce} AND role = 'is' AND date_ms BETWEEN ${boundOnce} AND ${boundOnce} ORDER BY date_ms DESC LIMIT ${mostLookedAt}`,
  );
  const seeking = db.prepare<[number, number, number], Candidate>(
    `SELECT document_id AS documentId, date_ms AS dateMs, NULL AS key FROM mail_key JOIN document USING (document_id)
      WHERE key = ${boundOnce} AND role = 'seeks' AND date_ms BETWEEN ${boundOnce} AND ${boundOnce}
      ORDER BY date_ms LIMIT ${mostLookedAt}`,
  );
  const people = db.prepare<[number], { address: string; role: string }>(
    'SELECT address, role FROM document_person JOIN person USING (person_id) WHERE document_id = ?',
  );
  const tie = db.prepare<[number, number]>(
    `INSERT INTO mail_key (document_id, role, key) VALUES (?, 'names', ?) ON CONFLICT DO NOTHING`,
  );
  const stored = ({ documentId, dateMs }: Candidate) => correspondence(dateMs, people.all(documentId));
  const own = ({ date, people: named }: ParsedDocument) => correspondence(Date.parse(date ?? ''), named);

  return {
    answered(reply) {
      const asked = own(reply);
      const { dateMs } = asked;
      if (Number.isNaN(dateMs)) return null;
      const subject = foldSubject(reply.thread?.subject ?? '');
      return (
        ofSubject
          .all(subject, dateMs - longestWaitMs, dateMs + clockMs)
          .find((candidate) => isBetween(asked, stored(candidate)))?.key ?? null
      );
    },
    tieReplies(document, key, subject) {
      const asked = own(document);
      const { dateMs } = asked;
      if (Number.isNaN(dateMs)) return;
      for (const reply of seeking.all(subject, dateMs - clockMs, dateMs + longestWaitMs))
        if (isBetween(stored(reply), asked)) tie.run(reply.documentId, key);
    },
  };
}

function correspondence(
  dateMs: number,
  people: readonly { readonly address: string | null; readonly role: string }[],
): Correspondence {
  const addresses = people.map(({ address, role }) => ({ address: (address ?? '').toLowerCase(), role }));
  return {
    dateMs,
    sender: addresses.find(({ role }) => role === 'from')?.address ?? '',
    everyone: new Set(addresses.map(({ address }) => address).filter((address) => address !== '')),
  };
}

/** Each knows the other: a reply goes to whom the mail came from, and comes from one who got or wrote it. */
function isBetween(reply: Correspondence, mail: Correspondence): boolean {
  return reply.everyone.has(mail.sender) && mail.everyone.has(reply.sender);
}
