import type { WorkBook } from '@e965/xlsx';
import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';
import type { Properties } from '../ooxml/core-properties.ts';
import { plainText } from './xml.ts';

/** `meta.xml` (ODF 1.3 part 3, 4.3): SheetJS takes the last editor of it for the author and leaves the dates. */
export function odsProperties(meta: string): Properties {
  const head = meta.slice(0, 50_000);
  const value = (name: string) =>
    tidyTitle(plainText(new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^<>]*)?>([^<]*)<`).exec(head)?.[1] ?? ''));
  const author = value('initial-creator') || value('creator');
  const date = isoDate(value('creation-date')) ?? isoDate(value('date'));
  return { title: value('title'), date, people: authorsOf([author]) };
}

/** Those of Excel's formats, as SheetJS reads them. */
export function propertiesOf({ Props: found }: WorkBook): Properties {
  return {
    title: tidyTitle(textOf(found?.Title)),
    date: dateOf(found?.CreatedDate) ?? dateOf(found?.ModifiedDate),
    people: authorsOf([textOf(found?.Author)]),
  };
}

/** Older files give anything where a text belongs. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function dateOf(value: unknown): string | null {
  return value instanceof Date || typeof value === 'string' ? isoDate(value) : null;
}
