import type { DocumentKind, Place } from '#main/contract/document.ts';
import { type DocumentFacts, DocumentText } from '../document-text.ts';
import { tidyTitle } from '../document-title.ts';
import { addLines } from '../mail/add-lines.ts';
import type { BodyLine } from '../mail/body-line.ts';
import { withoutEnciphered } from '../mail/encrypted.ts';
import { isForward } from '../mail/headers.ts';
import { withHistory } from '../mail/history.ts';
import { htmlBody } from '../mail/html-body.ts';
import { plainBody } from '../mail/plain-body.ts';
import { type PlacedLine, quotationEvents } from '../mail/quotations.ts';
import { signedContent } from '../mail/signed-content.ts';
import { type Limits, type ParseEvent, shortfall } from '../parser.ts';
import { withPlainLineEnds } from '../text/decode.ts';
import type { OutlookItem } from './outlook-item.ts';
import { rtfBody } from './rtf-body.ts';

/** Where an item stands in its file; both null for a file that is one item. */
export interface ItemStanding {
  readonly member: string | null;
  readonly place: Place | null;
}

/** Kinds by message class; what is none of these came by mail: receipts, invitations, reports. */
const kinds: readonly (readonly [start: string, kind: DocumentKind])[] = [
  ['IPM.Appointment', 'event'],
  ['IPM.Contact', 'contact'],
  ['IPM.AbchPerson', 'contact'],
  ['IPM.DistList', 'contact'],
  ['IPM.Task', 'note'],
  ['IPM.StickyNote', 'note'],
  ['IPM.Activity', 'note'],
];

/** What an item holds: its document, then what it embeds; items inside items to the limit of nesting. */
export function* itemEvents(
  item: OutlookItem,
  standing: ItemStanding,
  limits: Limits,
  depth = 0,
): Iterable<ParseEvent> {
  const signed = signedMessage(item);
  const enciphered = signed === null && isEnciphered(item);
  const text = new DocumentText(limits.textChars);
  for (const { label, value } of item.facts)
    text.add(`${label}: ${value}`, { role: 'paragraph', place: standing.place, tight: true });
  const { lines, hasEnciphered } = addBody(text, item, standing.place);
  const facts = factsOf(item, text, standing, enciphered);
  yield* text.events(facts);
  if (enciphered || hasEnciphered) yield shortfall('encrypted', standing.member ?? '');
  if (signed !== null) yield { type: 'embedded', file: { name: 'signed message.eml', bytes: signed } };
  else if (!enciphered) yield* attachmentEvents(item, standing, limits, depth);
  yield* quotationEvents(facts, lines, 0);
}

/** Files before items: an embedded file belongs to the document that was given last. */
function* attachmentEvents(
  item: OutlookItem,
  standing: ItemStanding,
  limits: Limits,
  depth: number,
): Iterable<ParseEvent> {
  const items: { name: string; content: OutlookItem }[] = [];
  for (const attachment of item.attachments.slice(0, limits.parts)) {
    const { name } = attachment;
    const content = openOrNull(attachment);
    if (content instanceof Uint8Array) yield { type: 'embedded', file: { name, bytes: content } };
    else if (content === null || depth + 1 > limits.nesting) yield unread(standing, name);
    else items.push({ name, content });
  }
  for (const { name, content } of items)
    yield* itemEvents(content, { member: within(standing, name), place: standing.place }, limits, depth + 1);
}

function openOrNull(attachment: OutlookItem['attachments'][number]): Uint8Array | OutlookItem | null {
  try {
    return attachment.open();
  } catch {
    // One that is damaged leaves the item and its other attachments readable.
    return null;
  }
}

function unread(standing: ItemStanding, name: string): ParseEvent {
  return shortfall('attachment-unread', within(standing, name));
}

function within({ member }: ItemStanding, name: string): string {
  return member === null ? name : `${member} › ${name}`;
}

function factsOf(
  item: OutlookItem,
  text: DocumentText,
  { member }: ItemStanding,
  enciphered: boolean,
): DocumentFacts {
  const kind = kinds.find(([start]) => item.messageClass.toLowerCase().startsWith(start.toLowerCase()))?.[1];
  return {
    kind: kind ?? 'mail',
    member,
    title: tidyTitle(item.subject) || tidyTitle(text.toString().slice(0, 60)) || 'No subject',
    date: item.date,
    people: item.people,
    thread: kind === undefined ? item.thread : null,
    attachments: enciphered
      ? []
      : item.attachments.map(({ name, mimeType, sizeBytes }) => ({ name, mimeType, sizeBytes })),
    tags: item.tags,
  };
}

interface AddedBody {
  readonly lines: readonly PlacedLine[];
  /** Encrypted blocks were left out of it. */
  readonly hasEnciphered: boolean;
}

function addBody(text: DocumentText, item: OutlookItem, place: Place | null): AddedBody {
  const rich = item.html === '' && item.plain.trim() === '' && item.rtf !== '' ? rtfBody(item.rtf) : null;
  const html = withoutEnciphered(rich !== null && 'html' in rich ? rich.html : item.html);
  const plain = withoutEnciphered(rich !== null && 'plain' in rich ? rich.plain : item.plain);
  let lines: readonly BodyLine[] = [];
  if (html.text !== '') {
    const body = htmlBody(html.text);
    lines = body.lines;
    for (const piece of body.hidden) text.hide(piece);
  }
  if (lines.length === 0) lines = plainBody(withPlainLineEnds(plain.text));
  const added = addLines(text, withHistory(lines, isForward(item.subject)), place);
  return { lines: added, hasEnciphered: html.found || plain.found };
}

/** What was signed, as a mail of its own; null where the item says it itself, or cannot. */
function signedMessage({ messageClass, subject, attachments }: OutlookItem): Uint8Array | null {
  const [attachment] = attachments;
  if (
    attachment === undefined ||
    attachments.length > 1 ||
    !/\.SMIME(?:\.MultipartSigned)?$/i.test(messageClass)
  )
    return null;
  const bytes = openOrNull(attachment);
  if (!(bytes instanceof Uint8Array)) return null;
  const content = /MultipartSigned$/i.test(messageClass) ? bytes : signedContent(bytes);
  // People and date stand in the item; a mail has at least one header.
  return content === null
    ? null
    : Buffer.concat([Buffer.from(`Subject: ${tidyTitle(subject)}\r\n`), content]);
}

/** S/MIME that is not only signed (MS-OXOSMIME 2.1.1), and mail under rights management. */
function isEnciphered({ messageClass, attachments }: OutlookItem): boolean {
  if (/^IPM\.Note\.(?:.*\.)?SMIME$/i.test(messageClass)) return true;
  return attachments.length === 1 && attachments[0]?.name.toLowerCase() === 'message.rpmsg';
}
