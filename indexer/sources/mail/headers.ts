import type { Address, Email } from 'postal-mime';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import { conversationMark, type ThreadLinks } from '../parser.ts';

/** People of one mail that are kept: against headers of a million addresses. */
const mostPeople = 500;
const mostReferences = 200;

/** Everybody a mail names in its headers, once in each role. */
export function peopleOf(mail: Email): MentionedPerson[] {
  const people = new Map<string, MentionedPerson>();
  const add = (addresses: readonly Address[] | undefined, role: MentionedPerson['role']) => {
    for (const { name, address } of mailboxes(addresses ?? [])) {
      const known = address.toLowerCase();
      const shown = tidyTitle(name.replace(/^['"\s]+|['"\s]+$/g, '')) || known;
      if (shown === '' || people.size >= mostPeople) continue;
      people.set(`${role} ${known || shown}`, { name: shown, address: known || null, role });
    }
  };
  add(mail.from === undefined ? mail.sender && [mail.sender] : [mail.from], 'from');
  add(mail.to, 'to');
  add([...(mail.cc ?? []), ...(mail.bcc ?? [])], 'cc');
  return [...people.values()];
}

function mailboxes(addresses: readonly Address[]): { name: string; address: string }[] {
  return addresses.flatMap((entry) =>
    entry.group === undefined ? [{ name: entry.name, address: entry.address }] : entry.group,
  );
}

/** When the mail was sent: its Date, else when the last server took it (RFC 5322 3.6.7). */
export function dateOf(mail: Email): string | null {
  const sent = isoDate(mail.date?.replace(/\s*\([^)]*\)\s*$/, ''));
  if (sent !== null) return sent;
  const received = mail.headers.find(({ key }) => key === 'received')?.value;
  return isoDate(received?.split(';').at(-1)?.trim());
}

/** Minutes that the sender's clock is ahead of UTC; 0 where the Date does not say. */
export function zoneOf(mail: Email): number {
  const date = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d)(\d\d)\s*(?:\(|$)/.exec(date) ?? [];
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -ahead : ahead;
}

/** What ties a mail to others, as its program wrote it. */
export interface MessageIds {
  readonly subject: string;
  readonly messageId: string;
  /** References and In-Reply-To, in this order. */
  readonly references: string;
  /** Exchange's Thread-Index (MS-OXOMSG 2.2.1.3). */
  readonly threadIndex: Uint8Array | null;
}

export function threadOf(mail: Email): ThreadLinks {
  const threadIndex = mail.headers.find(({ key }) => key === 'thread-index')?.value;
  return threadLinks({
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    references: `${mail.references ?? ''} ${mail.inReplyTo ?? ''}`,
    threadIndex: threadIndex === undefined ? null : Buffer.from(threadIndex, 'base64'),
  });
}

/** The first bytes of a Thread-Index are the same in all mails of a conversation. */
const conversationBytes = 22;

/** Exchange's own link counts beside the standard ones: a mail that has both ties those that have one of them. */
export function threadLinks({ subject, messageId, references, threadIndex }: MessageIds): ThreadLinks {
  const ids = [...new Set(idsIn(references))].slice(-mostReferences);
  const conversation =
    threadIndex !== null && threadIndex.length >= conversationBytes
      ? [`${conversationMark}${Buffer.from(threadIndex.subarray(0, conversationBytes)).toString('hex')}`]
      : [];
  return {
    messageId: idsIn(messageId)[0] ?? null,
    references: [...ids, ...conversation],
    subject: bareSubject(subject),
  };
}

function idsIn(header: string): string[] {
  return [...header.matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = '']) => id);
}

/** Reply and forward marks of many languages, with their counters. */
const replyMark =
  /^(?:(?:re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|rv|res|enc|rif|odp|ynt|doorst|回复|答复|转发|返信)(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/i;

function bareSubject(subject: string): string {
  return tidyTitle(tidyTitle(subject).replace(replyMark, ''));
}

export function isForward(subject: string): boolean {
  return /^\s*(?:fw|fwd|wg|tr|rv|enc|doorst|转发)\s*[:：]/i.test(subject);
}
