import type { Address, Email } from 'postal-mime';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import type { ThreadLinks } from '../parser.ts';

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

export function threadOf(mail: Email): ThreadLinks {
  const references = [...idsIn(mail.references), ...idsIn(mail.inReplyTo)];
  return {
    messageId: idsIn(mail.messageId)[0] ?? null,
    references: [...new Set(references)].slice(-mostReferences),
    subject: bareSubject(mail.subject ?? ''),
  };
}

function idsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = '']) => id);
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
