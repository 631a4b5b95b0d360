import { decodeWords, type Email } from 'postal-mime';
import { tidyTitle } from '../document-title.ts';
import { type ParseEvent, shortfall, Unreadable } from '../parser.ts';
import { maildirFlagsOf } from './maildir-name.ts';

/** A mail's labels that are kept: against headers of a million words. */
const mostLabels = 100;

/** Labels of mails that nobody wants found, in the languages Takeout writes them in. */
const gmailLabels: ReadonlyMap<string, string> = new Map([
  ...named('spam', 'spam'),
  ...named('deleted', 'trash bin papierkorb corbeille papelera cestino lixeira prullenbak kosz'),
  ...named('drafts', 'draft drafts entwürfe entwurf brouillons borradores bozze rascunhos concepten'),
]);

function named(why: string, labels: string): [string, string][] {
  return labels.split(' ').map((label) => [label, why]);
}

/** Flags of Mozilla mail programs (nsMsgMessageFlags.idl): gone at the next compaction of the mailbox. */
const mozillaExpunged = 0x0008;
/** The same for mail on an IMAP server, in X-Mozilla-Status2. */
const mozillaImapDeleted = 0x0020_0000;

/** The labels of a mail that Google's export wrote: the folders and tags it stood in. */
export function labelsOf({ headers }: Email): string[] {
  const value = headers.find(({ key }) => key === 'x-gmail-labels')?.value ?? '';
  const labels = decodeWords(value).split(',', mostLabels).map(tidyTitle);
  return [...new Set(labels)].filter((label) => label !== '');
}

/** Throws where the mail is deleted, a draft or junk by what its program noted in it or in its file's name. */
export function refuseLeftOut(mail: Email, name: string): void {
  const why = byLabel(mail) ?? byMozillaStatus(mail) ?? byMaildirFlags(name);
  if (why !== null) throw new Unreadable('skipped', 'left-out', why);
}

function byLabel(mail: Email): string | null {
  const labels = labelsOf(mail).map((label) => gmailLabels.get(label.toLowerCase()));
  return labels.find((why) => why !== undefined) ?? null;
}

function byMozillaStatus({ headers }: Email): string | null {
  const flags = (key: string) =>
    Number.parseInt(headers.find((header) => header.key === key)?.value ?? '0', 16);
  const isGone =
    (flags('x-mozilla-status') & mozillaExpunged) !== 0 ||
    (flags('x-mozilla-status2') & mozillaImapDeleted) !== 0;
  return isGone ? 'deleted' : null;
}

function byMaildirFlags(name: string): string | null {
  const flags = maildirFlagsOf(name);
  return flags.includes('T') ? 'deleted' : flags.includes('D') ? 'drafts' : null;
}

/** Counts what was left out of a mailbox, so that it can be said. */
export class LeftOut {
  readonly #counts = new Map<string, number>();
  #total = 0;

  add(why: string): void {
    this.#counts.set(why, (this.#counts.get(why) ?? 0) + 1);
    this.#total += 1;
  }

  /** True where the error says that a mail is to be left out. */
  counts(error: unknown): boolean {
    if (!(error instanceof Unreadable) || error.reason !== 'left-out') return false;
    this.add(error.detail);
    return true;
  }

  /** Throws where nothing else is in the mailbox. */
  *shortfalls(messages: number): Iterable<ParseEvent> {
    if (this.#total === 0) return;
    const detail = [...this.#counts].map(([why, count]) => `${count.toLocaleString('en')} ${why}`).join(', ');
    if (this.#total === messages) throw new Unreadable('skipped', 'left-out', detail);
    yield shortfall('left-out', detail);
  }
}
