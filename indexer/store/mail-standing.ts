import { hash } from 'node:crypto';
import type { ParsedDocument } from '#indexer/sources/parser.ts';

/** How a document of a file is known again in another: a mail by its Message-ID, what it holds by that and its name. */
export interface MailStanding {
  /** null for what is neither a mail with a Message-ID nor in one. */
  readonly key: number | null;
  /** The index of the mail it is inside of. */
  readonly mail: number | null;
}

export const noStanding: MailStanding = { key: null, mail: null };

/** The standing of each of a file's documents, which are in order: what is in a mail follows it. */
export function mailStandings(documents: readonly ParsedDocument[]): MailStanding[] {
  const open: number[] = [];
  return documents.map((document, index) => {
    while (open.length > 0 && relativeName(document, documents[open.at(-1) ?? 0]) === null) open.pop();
    const mail = open.at(-1) ?? null;
    if (document.kind === 'mail' && !document.isQuotation) open.push(index);
    return { key: keyOf(document, mail === null ? undefined : documents[mail]), mail };
  });
}

function keyOf(document: ParsedDocument, mail: ParsedDocument | undefined): number | null {
  const own = document.thread?.messageId ?? null;
  if (own !== null) return mailKey('message', own);
  const name = relativeName(document, mail);
  const around = mail?.thread?.messageId ?? null;
  return around === null || name === null ? null : mailKey('inside', `${around}\n${name}`);
}

/** What a document inside a mail is called there; null where it is not inside. */
function relativeName({ member }: ParsedDocument, mail: ParsedDocument | undefined): string | null {
  if (member === null || mail === undefined) return null;
  const start = mail.member === null ? '' : `${mail.member} › `;
  return member.startsWith(start) && member.length > start.length ? member.slice(start.length) : null;
}

/** 48 bits of a hash, exact in a number. Two values that share one are told apart by what is compared besides. */
export function mailKey(
  kind: 'message' | 'inside' | 'conversation' | 'subject' | 'opening',
  value: string,
): number {
  return hash('sha1', `${kind}:${value}`, 'buffer').readUIntBE(0, 6);
}
