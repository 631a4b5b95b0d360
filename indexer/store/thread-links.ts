import { conversationMark, type ParsedDocument } from '#indexer/sources/parser.ts';
import { mailKey } from './mail-standing.ts';

/** Keys by which a mail finds the mails it belongs with. */
export interface ThreadLinks {
  /** Those of the mails it names. */
  readonly names: readonly number[];
  /** Of its subject, where it is a reply that names no mail; null otherwise. */
  readonly seeks: number | null;
}

const noLinks: ThreadLinks = { names: [], seeks: null };

/** Subjects under which everything is written, in the languages of the answers: they tie nothing together. */
const emptySubjects = new Set(
  `hello, hi, hey, hallo, hej, hola, ciao, bonjour, salut, question, frage, fragen, pregunta, domanda, info,
  information, update, news, newsletter, reminder, erinnerung, test, meeting, termin, call, invoice, rechnung, factura,
  facture, fattura, urgent, dringend, wichtig, important, thanks, thank you, danke, merci, gracias, grazie, fyi, document,
  dokument, photo, photos, fotos, bilder, no subject, (no subject), kein betreff, (kein betreff)`.split(
    /,\s+/,
  ),
);

/**
 * A mail is tied to the one it answers, the last of its references (JWZ), and to the first, which began it: those
 * between may be missing. Naming hundreds ties no more than these two. Exchange's Thread-Index is one more.
 */
export function threadLinksOf({ thread, title }: ParsedDocument): ThreadLinks {
  if (thread === null) return noLinks;
  const named = thread.references.filter((id) => !id.startsWith(conversationMark));
  const conversations = thread.references.filter((id) => id.startsWith(conversationMark)).slice(0, 1);
  const ends = [named[0], named.at(-1)].filter((id) => id !== undefined);
  const subject = subjectKey(title, thread.subject);
  return {
    names: [
      ...ends.map((id) => mailKey('message', id)),
      ...conversations.map((id) => mailKey('conversation', id)),
    ],
    seeks: named.length === 0 && isReply(title, thread.subject) ? subject : null,
  };
}

/** Of the subject without marks of replies; null for one that says nothing. */
export function subjectKey(title: string, subject: string): number | null {
  const bare = foldSubject(subject);
  return bare === '' || emptySubjects.has(bare) || title === '' ? null : mailKey('subject', bare);
}

export function foldSubject(subject: string): string {
  return subject.trim().toLowerCase();
}

function isReply(title: string, subject: string): boolean {
  return foldSubject(title) !== foldSubject(subject);
}
