import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import type { Properties } from './open-workbook.ts';
import { plainText } from './xml.ts';

/** `meta.xml` (ODF 1.3 part 3, 4.3): SheetJS takes the last editor of it for the author and leaves the dates. */
export function odsProperties(meta: string): Properties {
  const head = meta.slice(0, 50_000);
  const value = (name: string) =>
    tidyTitle(plainText(new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)<`).exec(head)?.[1] ?? ''));
  const author = value('initial-creator') || value('creator');
  const people: MentionedPerson[] =
    author === '' || author.length > 100 ? [] : [{ name: author, address: null, role: 'author' }];
  return { title: value('title'), date: isoDate(value('creation-date')) ?? isoDate(value('date')), people };
}
