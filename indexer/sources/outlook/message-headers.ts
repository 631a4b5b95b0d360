import { isoDate } from '../document-date.ts';
import { type MessageIds, threadLinks } from '../mail/headers.ts';
import type { ThreadLinks } from '../parser.ts';

/** Headers longer than this are somebody's attack: they are looked through once for each field. */
const mostHeaderChars = 200_000;

/** What the headers say that a mail came with; mail that never left Outlook has none. */
export interface MessageHeaders {
  readonly date: string | null;
  /** The sender's address, where the item itself knows only a name in a directory. */
  readonly senderAddress: string | null;
  readonly ids: Omit<MessageIds, 'threadIndex'>;
}

export function messageHeaders(raw: string): MessageHeaders {
  const headers = raw.slice(0, mostHeaderChars).replace(/\r?\n[ \t]+/g, ' ');
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  return {
    date: isoDate(field('Date').replace(/\s*\([^)]*\)\s*$/, '')),
    senderAddress:
      /<?([^<>\s"]{1,200}@[^<>\s"]{1,200})>?\s*$/.exec(field('From'))?.[1]?.toLowerCase() ?? null,
    ids: {
      subject: field('Subject'),
      messageId: field('Message-ID'),
      references: `${field('References')} ${field('In-Reply-To')}`,
    },
  };
}

/** The thread by what the item says and by the headers it came with. */
export function threadOfItem({ ids }: MessageHeaders, item: MessageIds): ThreadLinks {
  return threadLinks({
    ...item,
    messageId: item.messageId || ids.messageId,
    references: `${item.references} ${ids.references}`,
  });
}
