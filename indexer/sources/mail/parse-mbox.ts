import { isoDate } from '../document-date.ts';
import {
  type Limits,
  type ParsedDocument,
  type ParseEvent,
  type Parser,
  type Shortfall,
  shortfall,
} from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { LeftOut, refuseLeftOut } from './left-out.ts';
import { eventsOf, readMail } from './parse-mail.ts';
import { type MailboxMessage, splitMailbox } from './split-mailbox.ts';

/** Messages of one mailbox: against 200 MB of separators. */
const mostMessages = 100_000;

/** A mailbox (RFC 4155): each message is a mail of its own, and one that is broken leaves the others readable. */
export const mboxParser: Parser = {
  id: 'mbox',
  version: parserVersions.mbox,
  async *parse(bytes, _meta, limits) {
    const leftOut = new LeftOut();
    let chars = limits.textChars;
    let number = 0;
    for (const message of splitMailbox(bytes)) {
      number += 1;
      if (number > mostMessages || chars <= 0) {
        const detail =
          chars <= 0 ? `${amount(limits.textChars)} characters` : `${amount(mostMessages)} messages`;
        yield shortfall('truncated-text', detail);
        break;
      }
      try {
        for await (const event of messageEvents(message, number, { ...limits, textChars: chars })) {
          if (event.type === 'document') chars -= event.document.text.length;
          yield event;
        }
      } catch (error) {
        if (!leftOut.counts(error)) yield shortfall('corrupt', memberOf(number));
      }
    }
    yield* leftOut.shortfalls(number);
  },
};

async function* messageEvents(
  { bytes, envelope }: MailboxMessage,
  number: number,
  limits: Limits,
): AsyncIterable<ParseEvent> {
  const mail = await readMail(bytes);
  refuseLeftOut(mail, '');
  for (const event of eventsOf(mail, bytes, limits)) {
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
  return { ...document, member: memberOf(number), date: document.date ?? envelopeDate(envelope), passages };
}

function envelopeDate(envelope: string): string | null {
  const said = /\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?.*$/.exec(envelope)?.[0];
  if (said === undefined) return null;
  return isoDate(/[+-]\d{4}|GMT|UTC/.test(said) ? said : `${said} UTC`);
}

function named({ reason, detail }: Shortfall, number: number): Shortfall {
  return { reason, detail: detail === '' ? memberOf(number) : `${memberOf(number)}: ${detail}` };
}

function memberOf(number: number): string {
  return `message ${number}`;
}

function amount(count: number): string {
  return count.toLocaleString('en');
}
