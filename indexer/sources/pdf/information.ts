import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { MentionedPerson } from '#main/contract/document.ts';
import { isoDate } from '../document-date.ts';
import { tidyTitle } from '../document-title.ts';

/** What a PDF says of itself. */
export interface Information {
  readonly title: string | null;
  readonly date: string | null;
  readonly people: readonly MentionedPerson[];
}

/** Titles that programs make up. */
const madeUpTitle =
  /^(?:untitled|unbenannt|sin título|document\d*|dokument\d*|microsoft word - .*|.*\.(?:docx?|odt|pdf|tex|dvi|indd|qxd|xlsx?|pptx?|html?|rtf|ps))$/i;

export async function informationOf(document: PDFDocumentProxy): Promise<Information> {
  const entries = await document.getMetadata().then(
    ({ info }) => info as Readonly<Record<string, unknown>>,
    () => ({}) as Readonly<Record<string, unknown>>,
  );
  const title = tidyTitle(textOf(entries['Title']));
  const author = tidyTitle(textOf(entries['Author']));
  return {
    title: title.length < 3 || madeUpTitle.test(title) ? null : title,
    date: dateOf(textOf(entries['CreationDate'])) ?? dateOf(textOf(entries['ModDate'])),
    people: author === '' || author.length > 100 ? [] : [{ name: author, address: null, role: 'author' }],
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `D:YYYYMMDDHHmmSSOHH'mm'` (PDF 32000-1 7.9.4); all after the year may be missing. */
function dateOf(text: string): string | null {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(
    text,
  );
  if (match === null) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes] =
    match;
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes ?? '00'}`;
  return isoDate(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}
