import { decodeWords, type Email } from 'postal-mime';
import { tidyTitle } from '../document-title.ts';
import { type FolderRole, folderRole, type MailRule } from './folder-roles.ts';

/** A mail's labels that are kept: against headers of a million words. */
const mostLabels = 100;

/** The same word in every language and program, for what stands in one of many folders. */
const roleTags: Readonly<Record<FolderRole, string>> = {
  junk: 'junk',
  deleted: 'deleted',
  drafts: 'draft',
  sent: 'sent',
};

/**
 * What a mail is found by beside its text: its labels, or the names of its folder where it has none, for an export of
 * all mails is no folder of anybody; and in one word what its folder is for, or why it would be left out.
 */
export function tagsOf(mail: Email, folder: readonly string[], why: MailRule | null): string[] {
  const labels = labelsOf(mail);
  return tagsAmong([...(labels.length === 0 ? folder : labels), ...ownKeywords(mail)], why);
}

/** The names as tags, with the word for what they are for. */
export function tagsAmong(names: readonly string[], why: MailRule | null): string[] {
  const roles = [why, ...names.map(folderRole)].flatMap((role) => (role === null ? [] : roleTags[role]));
  const seen = new Set<string>();
  return [...names, ...roles].filter((tag) => {
    const known = tag.toLowerCase();
    return !seen.has(known) && seen.add(known);
  });
}

/** The folders and labels that an export wrote into a mail: Google's labels, and the folder of programs that note it. */
export function labelsOf(mail: Email): string[] {
  return [...listed(mail, 'x-gmail-labels', ','), ...listed(mail, 'x-folder', '/')];
}

/** Flags that servers and programs keep in a mailbox, a person's own tags among them (Dovecot, Thunderbird). */
export function keywordsOf(mail: Email): string[] {
  return [...listed(mail, 'x-keywords', /[\s,]+/), ...listed(mail, 'x-mozilla-keys', /\s+/)];
}

/** Without those that are a program's business: `$Forwarded`, `NonJunk`. */
function ownKeywords(mail: Email): string[] {
  const said = keywordsOf(mail).filter((keyword) => !/^(?:\$.*|(?:non|not)?junk)$/i.test(keyword));
  return [...said, ...listed(mail, 'keywords', ',')];
}

function listed({ headers }: Email, key: string, separator: string | RegExp): string[] {
  const value = headers.find((header) => header.key === key)?.value ?? '';
  const names = decodeWords(value).split(separator, mostLabels).map(tidyTitle);
  return [...new Set(names)].filter((name) => name !== '');
}
