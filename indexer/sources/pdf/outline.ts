import type { PDFDocumentProxy } from 'pdfjs-dist';

/** Against outlines of a million entries: a long handbook has some thousand. */
const mostEntries = 5_000;
/** What is longer is a paragraph, not worth the comparison. */
const longestTitle = 300;

type OutlineEntry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
/** How deep the outline lists a text on a page (from 1) as a heading, from 1; undefined where it does not. */
export type OutlineLevel = (page: number, text: string) => number | undefined;

/** The headings that a document's outline names (ISO 32000-1, 12.3.3), where they stand on the page it leads to. */
export async function outlineLevels(document: PDFDocumentProxy): Promise<OutlineLevel> {
  // pdf.js gives null where there is none, though its types do not say so; a broken one costs the outline alone.
  const outline = (await document.getOutline().catch(() => null)) ?? [];
  const levels = new Map<string, number>();
  for (const { entry, level } of flat(outline)) {
    const page = await pageOf(document, entry.dest);
    if (page === null) continue;
    for (const key of keysOf(entry.title))
      if (!levels.has(`${page} ${key}`)) levels.set(`${page} ${key}`, level);
  }
  return (page, text) => {
    if (levels.size === 0 || text.length > longestTitle) return undefined;
    const key = keysOf(text).find((one) => levels.has(`${page} ${one}`));
    return key === undefined ? undefined : levels.get(`${page} ${key}`);
  };
}

function flat(outline: readonly OutlineEntry[]): { entry: OutlineEntry; level: number }[] {
  const found: { entry: OutlineEntry; level: number }[] = [];
  const waiting = outline.map((entry) => ({ entry, level: 1 })).reverse();
  for (let next = waiting.pop(); next !== undefined && found.length < mostEntries; next = waiting.pop()) {
    found.push(next);
    const level = next.level + 1;
    waiting.push(...next.entry.items.map((entry: OutlineEntry) => ({ entry, level })).reverse());
  }
  return found;
}

async function pageOf(document: PDFDocumentProxy, dest: OutlineEntry['dest']): Promise<number | null> {
  try {
    const target = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const page: unknown = target?.[0];
    if (typeof page === 'number') return page + 1;
    // What is no reference is refused below.
    return page === undefined
      ? null
      : (await document.getPageIndex(page as { num: number; gen: number })) + 1;
  } catch {
    return null;
  }
}

/** A title by its letters and digits, as it is and without the number before it, which often stands on one side alone. */
function keysOf(title: string): string[] {
  const key = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const keys = [key(title), key(title.replace(/^\s*(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])[.)]?\s+/i, ''))];
  return [...new Set(keys)].filter((one) => one !== '');
}
