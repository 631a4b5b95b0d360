import { decompressRTF } from '@kenjiuno/decompressrtf';
import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { Unreadable } from '../parser.ts';
import { decodeText } from '../text/decode.ts';
import { labelOfCodePage } from './code-page.ts';
import { type MessageHeaders, messageHeaders, threadOfItem } from './message-headers.ts';
import { factsOfMsg } from './msg-facts.ts';
import type { OutlookAttachment, OutlookItem } from './outlook-item.ts';
import { addressIn, attachmentName, person } from './people.ts';

/** Compressed rich text that is opened at all: its reader keeps a number for each byte. */
const mostRtfBytes = 5_000_000;
/** People of one item that are kept: against lists of a million recipients. */
const mostPeople = 500;

/** Node hands out a CommonJS module whole, with the class inside; bundlers and the types say the class itself. */
const ReaderClass = (MsgReader as unknown as { readonly default?: typeof MsgReader }).default ?? MsgReader;

/** The Outlook item that a `.msg` file is (MS-OXMSG). */
export function msgItem(bytes: Uint8Array): OutlookItem {
  const { reader, fields } = readFields(bytes);
  const headers = messageHeaders(fields.headers ?? '');
  const subject = fields.subject ?? '';
  const date = isoDate(fields.apptStartWhole ?? fields.clientSubmitTime ?? fields.messageDeliveryTime);
  return {
    messageClass: fields.messageClass ?? '',
    subject,
    date: date ?? headers.date,
    people: peopleOf(fields, headers),
    thread: threadOfItem(headers, {
      subject,
      messageId: fields.messageId ?? '',
      references: [rawText(fields, '1039'), rawText(fields, '1042')].join(' '),
      threadIndex: rawBytes(fields, '0071'),
    }),
    tags: [],
    html: htmlOf(fields),
    plain: fields.body ?? '',
    rtf: rtfOf(fields),
    facts: factsOfMsg(fields),
    attachments: (fields.attachments ?? []).map((attachment, index) =>
      attachmentOf(reader, attachment, index),
    ),
  };
}

/** Text in an 8-bit code page is decoded in a second reading, once the first has said which one it is. */
function readFields(bytes: Uint8Array): { reader: MsgReader; fields: FieldsData } {
  const first = read(bytes, null);
  const label = labelOfCodePage(
    first.fields.messageCodepage ?? ansiPageOf(first.fields.messageLocaleId) ?? first.fields.internetCodepage,
  );
  return label === null || label === 'windows-1252' ? first : read(bytes, label);
}

function read(bytes: Uint8Array, encoding: string | null): { reader: MsgReader; fields: FieldsData } {
  const reader = new ReaderClass(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  reader.parserConfig = { includeRawProps: true, ansiEncoding: encoding ?? 'windows-1252' };
  const fields = reader.getFileData();
  if (fields.dataType !== 'msg') throw new Unreadable('failed', 'mislabelled', 'it is no Outlook item');
  return { reader, fields };
}

/** The code page of languages whose letters Windows-1252 does not have, by the language part of a locale. */
function ansiPageOf(locale: number | undefined): number | undefined {
  if (locale === undefined) return undefined;
  if (locale === 0x0404 || locale === 0x0c04) return 950;
  return ansiPages.get(locale & 0x3ff);
}

const ansiPages: ReadonlyMap<number, number> = new Map([
  ...[0x04].map((language): [number, number] => [language, 936]),
  ...[0x11].map((language): [number, number] => [language, 932]),
  ...[0x12].map((language): [number, number] => [language, 949]),
  ...[0x1e].map((language): [number, number] => [language, 874]),
  ...[0x05, 0x0e, 0x15, 0x18, 0x1a, 0x1b, 0x24].map((language): [number, number] => [language, 1250]),
  ...[0x02, 0x19, 0x22, 0x23].map((language): [number, number] => [language, 1251]),
  ...[0x08].map((language): [number, number] => [language, 1253]),
  ...[0x1f].map((language): [number, number] => [language, 1254]),
  ...[0x0d].map((language): [number, number] => [language, 1255]),
  ...[0x01, 0x20, 0x29].map((language): [number, number] => [language, 1256]),
  ...[0x25, 0x26, 0x27].map((language): [number, number] => [language, 1257]),
  ...[0x2a].map((language): [number, number] => [language, 1258]),
]);

function peopleOf(fields: FieldsData, headers: MessageHeaders): MentionedPerson[] {
  const { senderName = '', senderEmail, senderSmtpAddress } = fields;
  const address = addressIn(senderSmtpAddress) ?? addressIn(senderEmail) ?? headers.senderAddress;
  // A contact’s sender is whoever wrote it down.
  if (/^IPM\.Contact/i.test(fields.messageClass ?? ''))
    return [person(fields.name ?? '', addressIn(fields.email1EmailAddress), 'mentioned')];
  const people = [person(senderName, address, 'from')];
  for (const { name = '', smtpAddress, email, recipType } of (fields.recipients ?? []).slice(0, mostPeople))
    people.push(person(name, addressIn(smtpAddress) ?? addressIn(email), recipType === 'to' ? 'to' : 'cc'));
  return people.filter(({ name }) => name !== '');
}

function htmlOf({ bodyHtml, html, internetCodepage }: FieldsData): string {
  if (bodyHtml !== undefined) return bodyHtml;
  if (html === undefined) return '';
  return decodeText(html, labelOfCodePage(internetCodepage) ?? undefined)?.text ?? '';
}

function rtfOf({ compressedRtf }: FieldsData): string {
  if (compressedRtf === undefined || compressedRtf.length > mostRtfBytes) return '';
  try {
    return Buffer.from(decompressRTF([...compressedRtf])).toString('latin1');
  } catch {
    // The plain body says the same.
    return '';
  }
}

function attachmentOf(reader: MsgReader, fields: FieldsData, index: number): OutlookAttachment {
  const isItem = fields.innerMsgContent === true;
  const name = attachmentName(fields.fileName ?? fields.name ?? fields.fileNameShort ?? '', index);
  return {
    name: isItem ? `${name}.msg` : name,
    mimeType: isItem ? 'application/vnd.ms-outlook' : (fields.attachMimeTag ?? 'application/octet-stream'),
    sizeBytes: fields.contentLength ?? 0,
    open: () => reader.getAttachment(fields).content,
  };
}

function rawText({ rawProps = [] }: FieldsData, id: string): string {
  const value = rawProps.find(({ propertyTag }) => propertyTag?.startsWith(id))?.value;
  return typeof value === 'string' ? value : '';
}

function rawBytes({ rawProps = [] }: FieldsData, id: string): Uint8Array | null {
  const value = rawProps.find(({ propertyTag }) => propertyTag?.startsWith(id))?.value;
  return value instanceof Uint8Array ? value : null;
}
