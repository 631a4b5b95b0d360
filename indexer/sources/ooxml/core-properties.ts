import type { MentionedPerson } from '#main/contract/document.ts';
import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';

/** What a document says of itself. */
export interface Properties {
  readonly title: string;
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
}

/** `docProps/core.xml` of an Office document (ECMA-376 part 2, 11): a dozen flat elements. */
export function readCoreProperties(bytes: Uint8Array | null): Properties {
  const xml = bytes === null ? '' : new TextDecoder().decode(bytes.subarray(0, 20_000));
  const value = (name: string) =>
    tidyTitle(unescaped(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? ''));
  return {
    title: value('dc:title'),
    date: isoDate(value('dcterms:created')) ?? isoDate(value('dcterms:modified')),
    people: authorsOf([value('dc:creator')]),
  };
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
