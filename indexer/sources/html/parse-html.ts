import { authorsOf } from '../document-authors.ts';
import { isoDate } from '../document-date.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type FileMeta, type Limits, type ParseEvent, type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { addBlocks } from './add-blocks.ts';
import { decodeHtml } from './decode-html.ts';
import { readHtml } from './read-html.ts';
import type { HtmlReading } from './reading.ts';

/** A saved web page: what a reader of it sees, placed by the line of its source. */
export const htmlParser: Parser = {
  id: 'html',
  version: parserVersions.html,
  async *parse(bytes, meta, limits) {
    const html = decodeHtml(bytes);
    if (html === null) throw new Unreadable('failed', 'mislabelled', 'binary data');
    yield* pageEvents(readHtml(html, { withLines: true }), meta, limits);
  },
};

/** What a page holds; `saved` says when it was saved, for pages that name no date of their own. */
export function* pageEvents(
  page: HtmlReading,
  { name }: FileMeta,
  { textChars }: Limits,
  saved: string | null = null,
): Iterable<ParseEvent> {
  const text = new DocumentText(textChars);
  addBlocks(text, page);
  if (text.length === 0) text.add(page.title ?? '', { role: 'heading', level: 1, place: { line: 1 } });
  yield* text.events({
    kind: 'document',
    title: tidyTitle(page.title ?? '') || titleOf(name),
    date: dateOf(page) ?? saved,
    people: authorsOf([page.meta.get('author') ?? page.meta.get('dcterms.creator') ?? '']),
  });
}

const dateNames = [
  'article:published_time',
  'date',
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'created',
  'datepublished',
];

function dateOf({ meta }: HtmlReading): string | null {
  for (const name of dateNames) {
    const date = isoDate(meta.get(name));
    if (date !== null) return date;
  }
  return null;
}
