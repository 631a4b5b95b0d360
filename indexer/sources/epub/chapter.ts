import { decodeHtml } from '../html/decode-html.ts';
import { readHtml } from '../html/read-html.ts';
import type { HtmlReading } from '../html/reading.ts';
import type { ZipArchive } from '../zip/archive.ts';
import { partName } from './part-name.ts';

/** Style sheets of one chapter, and characters of each: against books that are nothing but styles. */
const mostSheets = 5;
const mostSheetChars = 200_000;

/** Elements that XHTML closes in one tag and HTML does not: read as HTML each would swallow the rest of the chapter. */
const selfClosed =
  /<(title|script|style|textarea|iframe|noscript|noframes|noembed|xmp)\b([^<>]{0,2000})\/>/gi;

/** A chapter as a reader of the book sees it; null where it is missing or no text. */
export function readChapter(archive: ZipArchive, part: string): HtmlReading | null {
  if (!archive.has(part)) return null;
  const html = decodeHtml(archive.read(part));
  if (html === null) return null;
  const sheets = sheetsOf(archive, part, html);
  return readHtml(sheets + html.replace(/^\s*<\?xml[^>]*>/, '').replace(selfClosed, '<$1$2></$1>'), {
    withLines: false,
  });
}

/** What its own style sheets hide is hidden, as if it stood in the chapter. */
function sheetsOf(archive: ZipArchive, part: string, html: string): string {
  const sheets: string[] = [];
  for (const [link] of html.slice(0, 20_000).matchAll(/<link\b[^<>]{0,2000}>/gi)) {
    const href = /\bhref\s*=\s*["']([^"']+)["']/i.exec(link)?.[1];
    if (href === undefined || !/stylesheet/i.test(link) || sheets.length >= mostSheets) continue;
    const name = partName(part, href);
    if (archive.has(name))
      sheets.push(new TextDecoder().decode(archive.read(name).subarray(0, mostSheetChars)).replace(/</g, ''));
  }
  return sheets.length === 0 ? '' : `<style>${sheets.join('\n')}</style>`;
}
