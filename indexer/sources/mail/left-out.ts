import type { Email } from 'postal-mime';
import { type FileMeta, type ParseEvent, shortfall, Unreadable } from '../parser.ts';
import { type MailRule, ruleAmong } from './folder-roles.ts';
import { keywordsOf, labelsOf } from './labels.ts';
import { maildirFlagsOf } from './maildir-name.ts';

/** Flags of Mozilla mail programs (nsMsgMessageFlags.idl): gone at the next compaction of the mailbox. */
const mozillaExpunged = 0x0008;
/** The same for mail on an IMAP server, in X-Mozilla-Status2. */
const mozillaImapDeleted = 0x0020_0000;

/** What a mail's program, its server and its folder say of it; null for a mail that is to be found. */
export function whyLeftOut(mail: Email, folder: readonly string[], fileName = ''): MailRule | null {
  return (
    byFolder(folder, mail) ??
    ruleAmong(labelsOf(mail)) ??
    byMozillaStatus(mail) ??
    byMaildirFlags(fileName) ??
    byFilter(mail)
  );
}

/** Tells that a rule bears on a mail. Throws where the rule is on. */
export function* leaveOut(why: MailRule | null, { rulesOff }: FileMeta): Iterable<ParseEvent> {
  if (why === null) return;
  yield { type: 'touched', rule: why };
  if (rulesOff?.includes(why) !== true) throw new Unreadable('skipped', 'left-out', why);
}

/** What came from somebody is no draft, wherever it was put. */
function byFolder(folder: readonly string[], mail: Email): MailRule | null {
  const rule = ruleAmong(folder);
  return rule === 'drafts' && headerOf(mail, 'received') !== '' ? null : rule;
}

function byMozillaStatus(mail: Email): MailRule | null {
  const flags = (key: string) => Number.parseInt(headerOf(mail, key) || '0', 16);
  const isGone =
    (flags('x-mozilla-status') & mozillaExpunged) !== 0 ||
    (flags('x-mozilla-status2') & mozillaImapDeleted) !== 0;
  return isGone ? 'deleted' : null;
}

function byMaildirFlags(name: string): MailRule | null {
  const flags = maildirFlagsOf(name);
  return flags.includes('T') ? 'deleted' : flags.includes('D') ? 'drafts' : null;
}

/** What a person said of it goes before what a filter on its way wrote (SpamAssassin and its like). */
function byFilter(mail: Email): MailRule | null {
  const keywords = keywordsOf(mail).map((keyword) => keyword.replace('$', '').toLowerCase());
  if (keywords.includes('junk')) return 'junk';
  if (keywords.includes('nonjunk') || keywords.includes('notjunk')) return null;
  return [headerOf(mail, 'x-spam-flag'), headerOf(mail, 'x-spam-status')].some((value) =>
    /^\s*yes\b/i.test(value),
  )
    ? 'junk'
    : null;
}

function headerOf({ headers }: Email, key: string): string {
  return headers.find((header) => header.key === key)?.value ?? '';
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
