import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Place } from '#main/contract/document.ts';
import { DocumentText } from '../document-text.ts';
import { tidyTitle, titleOf } from '../document-title.ts';
import { type Limits, type ParseEvent, type Parser, shortfall, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { annotationTexts } from './annotations.ts';
import { inColumns } from './columns.ts';
import { type HiddenText, hiddenTextOf, mayHideText } from './hidden-text.ts';
import { informationOf } from './information.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { type OutlineLevel, outlineLevels } from './outline.ts';
import { type PageBlock, pageBlocks } from './page-blocks.ts';
import { placesOfPages } from './page-labels.ts';
import { pageLines } from './page-lines.ts';
import { withoutRunningHeads } from './running-heads.ts';
import { taggedItems } from './tagged-order.ts';

/** What draws text, where the file may draw some of it invisibly; null where it cannot. */
type Operators = OpenPdf['operators'] | null;

/** A heading's text is larger than the body's by this much. */
const headingSize = 1.15;
const longestHeadingChars = 200;

/** A PDF document: text and places by page, filled forms, notes; attached files follow as embedded ones. */
export const pdfParser: Parser = {
  id: 'pdf',
  version: parserVersions.pdf,
  async *parse(bytes, meta, limits) {
    const { document, operators, close } = await openPdf(bytes);
    try {
      const reading = await readPages(document, limits, mayHideText(bytes) ? operators : null);
      const { title, date, people } = await informationOf(document);
      const [placeOf, listed] = [await placesOfPages(document), await outlineLevels(document)];
      const text = textOf(withoutRunningHeads(reading), { placeOf, listed }, limits);
      yield* text.events({
        kind: 'document',
        title: title ?? (tidyTitle(firstHeading(text) ?? '') || titleOf(meta.name)),
        date,
        people,
      });
      yield* missingPages(reading, document.numPages);
      yield* attachedFiles(document, limits);
    } finally {
      await close();
    }
  },
};

interface PageReading {
  readonly page: number;
  readonly blocks: readonly PageBlock[];
  readonly notes: readonly string[];
  readonly hidden: readonly string[];
}

async function readPages(
  document: PDFDocumentProxy,
  limits: Limits,
  operators: Operators,
): Promise<PageReading[]> {
  const readings: PageReading[] = [];
  let chars = 0;
  let broken: unknown;
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number += 1) {
    const reading = await readPage(document, number, operators).catch((error: unknown) => {
      broken ??= error;
      return null;
    });
    if (reading === null) continue;
    readings.push(reading);
    chars += reading.blocks.reduce((sum, { text }) => sum + text.length, 0);
    if (chars > limits.textChars) break;
  }
  if (readings.length === 0)
    throw new Unreadable('failed', 'corrupt', 'none of its pages can be read', broken);
  return readings;
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  operators: Operators,
): Promise<PageReading> {
  const page: PDFPageProxy = await document.getPage(number);
  try {
    const items = await taggedItems(page);
    const hides: HiddenText =
      operators !== null && items.length > 0 ? await hiddenTextOf(page, operators) : () => false;
    const { lines, hidden } = pageLines(items, page.view, hides);
    return { page: number, blocks: pageBlocks(inColumns(lines)), notes: await annotationTexts(page), hidden };
  } finally {
    page.cleanup();
  }
}

/** What the file says of its pages beside their text. */
interface PageGuide {
  readonly placeOf: (page: number) => Place;
  /** The outline's headings. */
  readonly listed: OutlineLevel;
}

function textOf(
  readings: readonly PageReading[],
  { placeOf, listed }: PageGuide,
  limits: Limits,
): DocumentText {
  const text = new DocumentText(limits.textChars);
  const body = bodySize(readings);
  for (const { page, blocks, notes, hidden } of readings) {
    const place = placeOf(page);
    for (const block of blocks) {
      const level = listed(page, block.text) ?? headingLevel(block, body);
      text.add(block.text, { role: level === undefined ? 'paragraph' : 'heading', level, place });
    }
    for (const [index, note] of notes.entries()) text.add(note, { role: 'list', place, tight: index > 0 });
    for (const piece of hidden) text.hide(piece);
  }
  return text;
}

/** The size in which most of the text is set. */
function bodySize(readings: readonly PageReading[]): number {
  const chars = new Map<number, number>();
  for (const { blocks } of readings)
    for (const { size, text } of blocks) {
      const rounded = Math.round(size * 2) / 2;
      chars.set(rounded, (chars.get(rounded) ?? 0) + text.length);
    }
  return [...chars].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, -1])[0];
}

/** By the file's tags, which some writers put on whole paragraphs, else by its size. */
function headingLevel({ text, size, lines, level }: PageBlock, body: number): number | undefined {
  if (lines > 3 || text.length > longestHeadingChars || !/\p{L}{2}/u.test(text)) return undefined;
  if (level !== undefined) return level;
  const ratio = body === 0 ? 1 : size / body;
  if (ratio < headingSize) return undefined;
  return ratio >= 1.7 ? 1 : ratio >= 1.35 ? 2 : 3;
}

function firstHeading(text: DocumentText): string | undefined {
  const heading = text.passages.slice(0, 5).find(({ role }) => role === 'heading');
  return heading && text.toString().slice(heading.start, heading.end);
}

function* missingPages(readings: readonly PageReading[], pages: number): Iterable<ParseEvent> {
  const withText = new Set(readings.filter(({ blocks }) => blocks.length > 0).map(({ page }) => page));
  const last = readings.at(-1)?.page ?? 0;
  const missing: number[] = [];
  for (let page = 1; page <= last; page += 1) if (!withText.has(page)) missing.push(page);
  if (withText.size > 0 && missing.length > 0) yield shortfall('pages-without-text', pageRanges(missing));
  if (last < pages) yield shortfall('truncated-text', `${last} of ${pages} pages`);
}

/** `3, 7–9` */
function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const open = ranges.at(-1);
    if (open !== undefined && open[1] === page - 1) open[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

async function* attachedFiles(document: PDFDocumentProxy, limits: Limits): AsyncIterable<ParseEvent> {
  const attachments = (await document.getAttachments().catch(() => null)) ?? new Map<string, never>();
  let count = 0;
  for (const [id, { filename }] of attachments) {
    if (++count > limits.parts) return;
    const content: unknown = await document.getAttachmentContent(id).catch(() => null);
    if (content instanceof Uint8Array)
      yield {
        type: 'embedded',
        file: { name: tidyTitle(filename) || `attachment-${count}`, bytes: content },
      };
  }
}
