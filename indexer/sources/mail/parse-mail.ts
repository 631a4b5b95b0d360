import PostalMime, { type Email } from 'postal-mime';
import { type DocumentFacts, DocumentText } from '../document-text.ts';
import { tidyTitle } from '../document-title.ts';
import { type Limits, type ParseEvent, type Parser, shortfall, Unreadable } from '../parser.ts';
import { decodeText, withPlainLineEnds } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';
import { addLines } from './add-lines.ts';
import { attachedFiles, bytesOf } from './attachments.ts';
import type { BodyLine } from './body-line.ts';
import { isEnciphered, isEnvelope, withoutEnciphered } from './encrypted.ts';
import { dateOf, isForward, peopleOf, threadOf, zoneOf } from './headers.ts';
import { withHistory } from './history.ts';
import { htmlBody } from './html-body.ts';
import { tagsOf } from './labels.ts';
import { leaveOut, whyLeftOut } from './left-out.ts';
import { plainBody } from './plain-body.ts';
import { type PlacedLine, quotationEvents } from './quotations.ts';
import { signedContent } from './signed-content.ts';
import { isUnlike } from './unlike-version.ts';

/** Multiparts inside multiparts: against messages that nest without end (mimetorture). */
const mostNestedParts = 100;
/** Parts of one multipart: against mails of a million parts. */
const mostParts = 5_000;
/** Against headers of 100 MB. */
const mostHeaderBytes = 2_000_000;

const knownHeaders = [
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'received',
  'message-id',
  'sender',
  'return-path',
];

/** One mail (RFC 5322, MIME): the body that mail programs show, with its history told apart; attachments follow as embedded files. */
export const mailParser: Parser = {
  id: 'mail',
  version: parserVersions.mail,
  async *parse(bytes, meta, limits) {
    const mail = await readMail(bytes);
    if (!mail.headers.some(({ key }) => knownHeaders.includes(key)))
      throw new Unreadable('failed', 'mislabelled', 'it has no mail headers');
    const folder = meta.mailFolder ?? [];
    const why = whyLeftOut(mail, folder, meta.name);
    yield* leaveOut(why, meta);
    yield* eventsOf(mail, bytes, limits, tagsOf(mail, folder, why));
  },
};

/** What a mail holds: its document, then what it embeds. */
export function* eventsOf(
  mail: Email,
  bytes: Uint8Array,
  limits: Limits,
  tags: readonly string[],
): Iterable<ParseEvent> {
  const attached = attachedFiles(mail.attachments);
  const enciphered = isEnciphered(mail);
  const text = new DocumentText(limits.textChars);
  const body = enciphered ? noBody : addBody(text, mail, bytes);
  const hasEnciphered = body.hasEnciphered;
  const subject = tidyTitle(mail.subject ?? '');
  const isEmpty = text.toString() === '' && !enciphered && !hasEnciphered;
  // Cut short inside its headers; with a subject it is still a mail to count and to list.
  if (isEmpty && subject === '' && mail.attachments.length === 0) throw new Unreadable('skipped', 'no-text');
  const facts: DocumentFacts = {
    kind: 'mail',
    title: subject || firstWords(text.toString()),
    date: dateOf(mail),
    people: peopleOf(mail),
    thread: threadOf(mail),
    attachments: enciphered ? [] : attached.map(({ listed }) => listed),
    tags,
  };
  yield* text.events(facts);
  if (enciphered || hasEnciphered) yield shortfall('encrypted');
  if (!enciphered) for (const { file } of attached) yield { type: 'embedded', file };
  // Behind what is embedded: that belongs to the document before it.
  yield* quotationEvents(facts, body.lines, zoneOf(mail));
}

/** The mail, with what stands inside an opaque signature in the place of the signature. */
export async function readMail(bytes: Uint8Array): Promise<Email> {
  const mail = await parseMime(bytes);
  const [attachment] = mail.attachments;
  if (attachment === undefined || !isEnvelope(mail)) return mail;
  const signed = signedContent(bytesOf(attachment.content));
  if (signed === null) return mail;
  const inner = await parseMime(signed);
  const isType = ({ key }: { readonly key: string }) => key === 'content-type';
  const headers = [
    ...mail.headers.filter((header) => !isType(header)),
    ...inner.headers.filter((header) => isType(header)),
  ];
  return { ...mail, headers, html: inner.html, text: inner.text ?? '', attachments: inner.attachments };
}

async function parseMime(bytes: Uint8Array): Promise<Email> {
  refuseFloodOfParts(bytes);
  return await PostalMime.parse(bytes, {
    // A message inside a message is a document of its own.
    forceRfc822Attachments: true,
    maxNestingDepth: mostNestedParts,
    maxHeadersSize: mostHeaderBytes,
  }).catch((cause: unknown) => {
    throw new Unreadable('failed', 'corrupt', 'its parts nest too deep or its headers are too long', cause);
  });
}

interface AddedBody {
  readonly lines: readonly PlacedLine[];
  /** Encrypted blocks were left out of it. */
  readonly hasEnciphered: boolean;
}

const noBody: AddedBody = { lines: [], hasEnciphered: false };

/** HTML where there is some, since that is what mail programs show. */
function addBody(text: DocumentText, mail: Email, bytes: Uint8Array): AddedBody {
  const html = withoutEnciphered(mail.html ?? '');
  const plain = withoutEnciphered(withPlainLineEnds(mail.text ?? ''));
  let lines: readonly BodyLine[] = [];
  if (html.text !== '') {
    const body = htmlBody(html.text);
    lines = body.lines;
    for (const piece of body.hidden) text.hide(piece);
  }
  const isHtml = lines.length > 0;
  if (!isHtml) lines = plainBody(plain.text);
  // A multipart without its boundary: what stands there is all there is.
  if (lines.length === 0 && mail.attachments.length === 0 && !plain.found && !html.found)
    lines = plainBody(rawBody(bytes));
  const added = addLines(text, withHistory(lines, isForward(mail.subject ?? '')), null);
  if (isHtml && isUnlike(text.toString(), plain.text)) text.hide(plain.text);
  return { lines: added, hasEnciphered: html.found || plain.found };
}

function rawBody(bytes: Uint8Array): string {
  const mail = decodeText(bytes)?.text ?? '';
  const end = mail.indexOf('\n\n');
  return end === -1 ? '' : mail.slice(end + 2);
}

/** The MIME parser's time grows with the square of the parts of one multipart. */
function refuseFloodOfParts(bytes: Uint8Array): void {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const head = mail.toString('latin1', 0, 65_536);
  for (const [, quoted, plain] of head.matchAll(
    /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi,
  )) {
    const line = `\n--${quoted ?? plain}`;
    let parts = 0;
    for (let at = mail.indexOf(line); at !== -1; at = mail.indexOf(line, at + line.length)) parts += 1;
    if (parts > mostParts) throw new Unreadable('failed', 'too-large', `${parts} parts`);
  }
}

function firstWords(text: string): string {
  return tidyTitle(text.slice(0, 60)) || 'No subject';
}
