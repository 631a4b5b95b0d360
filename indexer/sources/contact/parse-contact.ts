import type { MentionedPerson } from '#main/contract/document.ts';
import { type ContentPart, contentParts } from '../content-lines.ts';
import { ContentProperties, partsOf, textOfProperty } from '../content-properties.ts';
import { tidyTitle } from '../document-title.ts';
import { type Limits, type ParseEvent, type Parser, shortfall, Unreadable } from '../parser.ts';
import { decodeOrRefuse } from '../text/decode.ts';
import { parserVersions } from '../versions.ts';
import { cardText } from './card-text.ts';

/** Cards of one address book: against files of a million empty ones. */
const mostCards = 50_000;
/** Addresses of one person that are kept. */
const mostAddresses = 50;
const partNames = new Set(['VCARD']);
/** Pictures, sounds and keys: data that no text is in. */
const dataLine = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|X-[\w-]*(?:IMAGE|PHOTO)[\w-]*)[;:]/i;

/** An address book (vCard 2.1, 3.0 and 4.0): a contact for each card. */
export const contactParser: Parser = {
  id: 'contact',
  version: parserVersions.contact,
  async *parse(bytes, _meta, limits) {
    const source = decodeOrRefuse(bytes);
    if (!/^\s*BEGIN:VCARD/im.test(source.slice(0, 10_000)))
      throw new Unreadable('failed', 'mislabelled', 'it holds no contacts');
    yield* cardsOf(source, limits);
  },
};

function* cardsOf(text: string, limits: Limits): Iterable<ParseEvent> {
  let room = limits.textChars;
  let number = 0;
  const damaged: number[] = [];
  const isOnly = (text.match(/^BEGIN:VCARD/gim)?.length ?? 0) <= 1;
  for (const part of contentParts(text, partNames)) {
    if (part.name === '') continue;
    number += 1;
    if (number > mostCards) {
      const detail = `${mostCards.toLocaleString('en')} contacts`;
      yield shortfall('truncated-text', detail);
      break;
    }
    if (!part.isWhole) damaged.push(number);
    const contact = readCard(part, number, room);
    if (contact.name === '') continue;
    room = Math.max(0, room - contact.text.length);
    yield* eventsOf(contact, isOnly);
    if (contact.text.truncated) break;
  }
  if (damaged.length > 0) {
    const detail = `contact ${damaged.slice(0, 20).join(', ')}`;
    yield shortfall('corrupt', detail);
  }
}

function readCard({ lines }: ContentPart, number: number, room: number) {
  const isNewest = lines.some((line) => /^VERSION:\s*4/i.test(line));
  const card = new ContentProperties(
    lines.filter((line) => !dataLine.test(line)),
    isNewest ? 'vcard' : 'vcard3',
  );
  const addresses = [
    ...new Set(
      card
        .all('email')
        .map((property) =>
          textOfProperty(property)
            .replace(/^mailto:/i, '')
            .toLowerCase(),
        )
        .filter((address) => /^[^\s@]+@[^\s@]+$/.test(address)),
    ),
  ].slice(0, mostAddresses);
  const name = nameOf(card) || (addresses[0] ?? '') || tidyTitle(card.text('tel'));
  return { card, name, addresses, text: cardText(card, name, number, room) };
}

/** The name as shown, else put together from its parts: family, given, further, before, after (RFC 6350 6.2.2). */
function nameOf(card: ContentProperties): string {
  const [family = '', given = '', further = '', before = '', after = ''] = partsOf(card.first('n'));
  const built = [before, given, further, family, after].filter(Boolean).join(' ');
  return (
    tidyTitle(card.text('fn')) || tidyTitle(built) || tidyTitle(card.text('org') || card.text('nickname'))
  );
}

function eventsOf(
  { card, name, addresses, text }: ReturnType<typeof readCard>,
  isOnly: boolean,
): Iterable<ParseEvent> {
  const people: MentionedPerson[] = (addresses.length === 0 ? [null] : addresses).map((address) => ({
    name,
    address,
    role: 'mentioned',
  }));
  return text.events({
    kind: 'contact',
    member: isOnly ? null : name,
    title: name,
    people,
    tags: card.all('categories').flatMap(partsOf).map(tidyTitle).filter(Boolean).slice(0, 100),
  });
}
