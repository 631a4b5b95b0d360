import { isoDate } from '../document-date.ts';
import type { FileMeta, Limits, ParsedDocument, ParseEvent, Shortfall } from '../parser.ts';
import { ruleAmong } from './folder-roles.ts';
import { tagsOf } from './labels.ts';
import { leaveOut, whyLeftOut } from './left-out.ts';
import { eventsOf, readMail } from './parse-mail.ts';
import type { MailboxMessage } from './split-mailbox.ts';

/** What is known of a mailbox beside its bytes; the folder is the mailbox itself. */
export type MailboxMeta = FileMeta & { readonly mailFolder: readonly string[] };

/** What one message of a mailbox holds; `number` counts from 1. Throws where it is to be left out, and where it is broken. */
export async function* messageEvents(
  { bytes, envelope }: Pick<MailboxMessage, 'bytes' | 'envelope'>,
  number: number,
  mailbox: MailboxMeta,
  limits: Limits,
): AsyncIterable<ParseEvent> {
  const byFolder = ruleAmong(mailbox.mailFolder);
  // Nothing that a mail says brings it back from there, so a bin of 50,000 mails need not be parsed for that.
  if (byFolder === 'junk' || byFolder === 'deleted') yield* leaveOut(byFolder, mailbox);
  const mail = await readMail(bytes);
  const why = whyLeftOut(mail, mailbox.mailFolder);
  yield* leaveOut(why, mailbox);
  for (const event of eventsOf(mail, bytes, limits, tagsOf(mail, mailbox.mailFolder, why))) {
    if (event.type === 'document')
      yield { type: 'document', document: placed(event.document, envelope, number) };
    else if (event.type === 'shortfall')
      yield { type: 'shortfall', shortfall: named(event.shortfall, number) };
    else yield event;
  }
}

/** The separator has the date of delivery, for mails without one; it is in UTC where it names no zone. */
function placed(document: ParsedDocument, envelope: string, number: number): ParsedDocument {
  const passages = document.passages.map((passage) => ({ ...passage, place: { message: number } }));
  const member = memberOf(number);
  if (document.isQuotation) return { ...document, member: `${member} › ${document.member}`, passages };
  return { ...document, member, date: document.date ?? envelopeDate(envelope), passages };
}

function envelopeDate(envelope: string): string | null {
  const said = /\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?.*$/.exec(envelope)?.[0];
  if (said === undefined) return null;
  return isoDate(/[+-]\d{4}|GMT|UTC/.test(said) ? said : `${said} UTC`);
}

function named({ reason, detail }: Shortfall, number: number): Shortfall {
  return { reason, detail: detail === '' ? memberOf(number) : `${memberOf(number)}: ${detail}` };
}

export function memberOf(number: number): string {
  return `message ${number}`;
}
