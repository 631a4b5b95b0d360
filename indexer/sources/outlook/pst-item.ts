import type { PSTAttachment, PSTMessage, PSTRecipient } from 'pst-extractor';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import type { MailRule } from '../mail/folder-roles.ts';
import { tagsAmong } from '../mail/labels.ts';
import { Unreadable } from '../parser.ts';
import { contactFacts, eventFacts } from './facts.ts';
import { type MessageHeaders, messageHeaders, threadOfItem } from './message-headers.ts';
import type { Fact, OutlookAttachment, OutlookItem } from './outlook-item.ts';
import { addressIn, attachmentName, person } from './people.ts';
import { PSTAppointment, PSTContact } from './pst-library.ts';

/** People and attachments of one item that are kept: against tables of a million rows. */
const mostPeople = 500;
const mostAttachments = 1_000;

/** One item of an Outlook archive. `folders` says where it stood, from the outermost; `why` what rule is off for it. */
export function pstItem(
  message: PSTMessage,
  folders: readonly string[],
  why: MailRule | null,
  room: Room,
): OutlookItem {
  const headers = messageHeaders(orElse(() => message.transportMessageHeaders, ''));
  const subject = orElse(() => message.subject, '');
  return {
    messageClass: orElse(() => message.messageClass, ''),
    subject,
    date: dateOf(message) ?? headers.date,
    people: peopleOf(message, headers),
    thread: threadOfItem(headers, {
      subject,
      messageId: orElse(() => message.internetMessageId, ''),
      references: orElse(() => message.inReplyToId, ''),
      threadIndex: null,
    }),
    tags: tagsAmong([...folders, ...orElse(() => message.colorCategories, [])].map(tidyTitle), why),
    html: orElse(() => message.bodyHTML, ''),
    plain: orElse(() => message.body, ''),
    rtf: orElse(() => message.bodyRTF, ''),
    facts: factsOf(message),
    attachments: attachmentsOf(message, room),
  };
}

/** The library throws for what a damaged item lacks; the rest of it is still worth reading. */
function orElse<T>(read: () => T, fallback: T): T {
  try {
    return read() ?? fallback;
  } catch {
    return fallback;
  }
}

function dateOf(message: PSTMessage): string | null {
  const start = message instanceof PSTAppointment ? orElse(() => message.startTime, null) : null;
  const sent = start ?? orElse(() => message.clientSubmitTime, null);
  return isoDate(sent ?? orElse(() => message.messageDeliveryTime, null));
}

function peopleOf(message: PSTMessage, headers: MessageHeaders): MentionedPerson[] {
  if (message instanceof PSTContact) {
    const name = orElse(() => message.displayName, '') || orElse(() => message.subject, '');
    return [person(name, addressIn(orElse(() => message.email1EmailAddress, '')), 'mentioned')].filter(
      isNamed,
    );
  }
  const sender = orElse(() => message.senderName, '');
  const address = addressIn(orElse(() => message.senderEmailAddress, '')) ?? headers.senderAddress;
  const people = [person(sender, address, 'from')];
  const count = Math.min(
    mostPeople,
    orElse(() => message.numberOfRecipients, 0),
  );
  for (let index = 0; index < count; index += 1) {
    const recipient = orElse(() => message.getRecipient(index), null);
    if (recipient !== null) people.push(recipientOf(recipient));
  }
  return people.filter(isNamed);
}

/** Recipient types: 1 to, 2 cc, 3 bcc (MS-OXOMSG 2.2.3.1). */
function recipientOf(recipient: PSTRecipient): MentionedPerson {
  const address =
    addressIn(orElse(() => recipient.smtpAddress, '')) ?? addressIn(orElse(() => recipient.emailAddress, ''));
  return person(
    orElse(() => recipient.displayName, ''),
    address,
    orElse(() => recipient.recipientType, 1) === 1 ? 'to' : 'cc',
  );
}

function isNamed({ name }: MentionedPerson): boolean {
  return name !== '';
}

function factsOf(message: PSTMessage): Fact[] {
  if (message instanceof PSTAppointment)
    return eventFacts({
      start: orElse(() => message.startTime, null),
      end: orElse(() => message.endTime, null),
      timeZone: '',
      location: orElse(() => message.location, ''),
    });
  if (!(message instanceof PSTContact)) return [];
  return contactFacts({
    name: orElse(() => message.displayName, ''),
    company: orElse(() => message.companyName, ''),
    title: orElse(() => message.title, ''),
    department: orElse(() => message.departmentName, ''),
    email: orElse(() => message.email1EmailAddress, ''),
    work: orElse(() => message.businessTelephoneNumber, ''),
    home: orElse(() => message.homeTelephoneNumber, ''),
    mobile: orElse(() => message.mobileTelephoneNumber, ''),
    fax: orElse(() => message.businessFaxNumber, ''),
    address: orElse(() => message.postalAddress, '') || orElse(() => message.homeAddress, ''),
    page: orElse(() => message.businessHomePage, ''),
  });
}

function attachmentsOf(message: PSTMessage, room: Room): OutlookAttachment[] {
  const count = Math.min(
    mostAttachments,
    orElse(() => message.numberOfAttachments, 0),
  );
  return Array.from({ length: count }, (_, index) => index).flatMap((index): OutlookAttachment[] => {
    const attachment = orElse(() => message.getAttachment(index), null);
    return attachment === null ? [lostAttachment(index)] : [attachmentOf(attachment, index, room)];
  });
}

/** Listed all the same, so that its absence is said. */
function lostAttachment(index: number): OutlookAttachment {
  return { name: attachmentName('', index), mimeType: '', sizeBytes: 0, open: () => refuse() };
}

function attachmentOf(attachment: PSTAttachment, index: number, room: Room): OutlookAttachment {
  const long = orElse(() => attachment.longFilename, '');
  const given = long || orElse(() => attachment.filename, '') || orElse(() => attachment.displayName, '');
  return {
    name: attachmentName(given, index),
    mimeType: orElse(() => attachment.mimeTag, '') || 'application/octet-stream',
    sizeBytes: orElse(() => attachment.filesize, 0),
    open: () => {
      const embedded = attachment.embeddedPSTMessage;
      return embedded === null ? bytesOf(attachment, room) : pstItem(embedded, [], null, room);
    },
  };
}

/** Bytes of attachments that an item may still take: all of them are held at once. */
export interface Room {
  bytes: number;
}

function bytesOf(attachment: PSTAttachment, room: Room): Uint8Array {
  const { filesize, fileInputStream } = attachment;
  if (fileInputStream === null || filesize > room.bytes) return refuse();
  room.bytes -= filesize;
  const bytes = Buffer.alloc(filesize);
  fileInputStream.readCompletely(bytes);
  return bytes;
}

function refuse(): never {
  throw new Unreadable('failed', 'corrupt');
}
