import type { MentionedPerson } from '#main/contract/document.ts';
import { tidyTitle } from './document-title.ts';

/** Longer names are somebody's mistake: a list of addresses, a whole sentence. */
const nameChars = 100;

/** The people that a document says wrote it, by the names it has for them. */
export function authorsOf(names: readonly string[]): MentionedPerson[] {
  return [...new Set(names.map((name) => tidyTitle(name)))]
    .filter((name) => name !== '' && name.length <= nameChars)
    .map((name) => ({ name, address: null, role: 'author' }));
}
