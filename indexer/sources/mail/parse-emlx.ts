import { isoDate } from '../document-date.ts';
import { type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import type { MailRule } from './folder-roles.ts';
import { tagsOf } from './labels.ts';
import { leaveOut, whyLeftOut } from './left-out.ts';
import { eventsOf, readMail } from './parse-mail.ts';

/** Apple Mail's flags of one mail, by bit. */
const flagBits: readonly (readonly [bit: number, why: MailRule])[] = [
  [1, 'deleted'],
  [6, 'drafts'],
  [24, 'junk'],
];
/** Apple writes a few hundred bytes. */
const longestProperties = 65_536;

/** A mail as Apple Mail keeps it: its length in a line, the mail, then a property list with flags and dates. */
export const emlxParser: Parser = {
  id: 'emlx',
  version: parserVersions.emlx,
  async *parse(bytes, meta, limits) {
    const { message, properties } = partsOf(bytes);
    const mail = await readMail(message);
    if (mail.headers.length === 0) throw new Unreadable('failed', 'mislabelled', 'it holds no mail');
    const folder = meta.mailFolder ?? [];
    const why = byFlags(properties) ?? whyLeftOut(mail, folder);
    yield* leaveOut(why, meta);
    for (const event of eventsOf(mail, message, limits, tagsOf(mail, folder, why))) {
      if (event.type !== 'document' || event.document.isQuotation) yield event;
      else
        yield {
          type: 'document',
          document: { ...event.document, date: event.document.date ?? received(properties) },
        };
    }
  },
};

/** The mail itself. Throws `Unreadable` for what is none of Apple Mail. */
export function messageOfEmlx(bytes: Uint8Array): Uint8Array {
  return partsOf(bytes).message;
}

function partsOf(bytes: Uint8Array): { message: Uint8Array; properties: string } {
  const line = new TextDecoder('latin1').decode(bytes.subarray(0, 40));
  const head = /^\s{0,10}(\d{1,10})\s{0,10}\r?\n/.exec(line);
  if (head === null) throw new Unreadable('failed', 'mislabelled', 'it is no mail of Apple Mail');
  const start = head[0].length;
  const end = start + Number(head[1]);
  if (end > bytes.length) throw new Unreadable('failed', 'corrupt', 'it ends within the mail');
  const properties = new TextDecoder().decode(bytes.subarray(end, end + longestProperties));
  return { message: bytes.subarray(start, end), properties };
}

function byFlags(properties: string): MailRule | null {
  const flags = Number(/<key>flags<\/key>\s*<integer>(\d{1,15})<\/integer>/.exec(properties)?.[1] ?? 0);
  return flagBits.find(([bit]) => Math.floor(flags / 2 ** bit) % 2 === 1)?.[1] ?? null;
}

/** When the mail came, in seconds since 1970. */
function received(properties: string): string | null {
  const seconds = /<key>date-received<\/key>\s*<(?:integer|real)>(\d{1,12})/.exec(properties)?.[1];
  return seconds === undefined ? null : isoDate(new Date(Number(seconds) * 1000));
}
