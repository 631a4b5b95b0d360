import type { ParsedDocument } from '#indexer/sources/parser.ts';

/** What is compared of a stored document with one that has the same Message-ID. */
export interface StoredMail {
  readonly title: string;
  readonly dateMs: number | null;
  /** Names, JSON. */
  readonly attachments: string;
  readonly sender: string | null;
  readonly text: string;
}

/** Outlook keeps the second of sending, a Date header may have that of another clock. */
const sameMomentMs = 120_000;
const mostFooterChars = 1_000;

/**
 * Whether a mail says what the stored one of the same Message-ID says. Nobody owns a Message-ID: one that is taken from
 * a real mail must neither hide nor replace it, so sender, date, subject, attachments and text must all be the same.
 */
export function isSameMail(document: ParsedDocument, stored: StoredMail): boolean {
  return (
    senderOf(document) === (stored.sender ?? '').toLowerCase() &&
    isSameMoment(document.date, stored.dateMs) &&
    JSON.stringify(document.attachments.map(({ name }) => name)) === stored.attachments &&
    isSameTitle(document.title, stored.title) &&
    isSameText(document.text, stored.text)
  );
}

/** Equal but for white space, or but for the footer that a mailing list adds. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [shorter = '', longer = ''] = [one, other].sort((a, b) => a.length - b.length);
  if (isListFooter(longer.slice(shorter.trimEnd().length)) && longer.startsWith(shorter.trimEnd()))
    return true;
  return withoutSpace(one) === withoutSpace(other);
}

function isListFooter(text: string): boolean {
  return (
    text.length <= mostFooterChars &&
    /^\s*(?:[-_=*]{2,})\s/.test(text) &&
    /mailing list|listinfo|unsubscribe|abmelden|désabonner|subscription|groups\.(?:google|io)/i.test(text)
  );
}

function senderOf({ people }: ParsedDocument): string {
  return people.find(({ role }) => role === 'from')?.address?.toLowerCase() ?? '';
}

function isSameMoment(date: string | null, dateMs: number | null): boolean {
  return date === null || dateMs === null || Math.abs(Date.parse(date) - dateMs) <= sameMomentMs;
}

/** A mailing list puts its name before the subject. */
function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [withoutSpace(one).toLowerCase(), withoutSpace(other).toLowerCase()];
  return a.endsWith(b) || b.endsWith(a);
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
