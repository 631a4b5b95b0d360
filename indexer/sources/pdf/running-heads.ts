import type { PageBlock } from './page-blocks.ts';

const longestChars = 120;
/** A head must stand on this many pages, and on this share of them, to be one. */
const fewestPages = 3;
const fewestShare = 0.5;

/**
 * Leaves out what is printed at the top or bottom of page after page, but for its first time: it says nothing about
 * the passage it stands beside, and would be in every one of them.
 */
export function withoutRunningHeads<Page extends { readonly blocks: readonly PageBlock[] }>(
  pages: readonly Page[],
): Page[] {
  const counts = new Map<string, number>();
  for (const { blocks } of pages)
    for (const key of new Set(edges(blocks).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(fewestPages, pages.length * fewestShare);
  const seen = new Set<string>();
  return pages.map((page) => {
    const repeated = new Set<PageBlock>();
    for (const block of edges(page.blocks)) {
      const key = keyOf(block);
      if (block.text.length > longestChars || (counts.get(key) ?? 0) < least) continue;
      if (seen.has(key)) repeated.add(block);
      seen.add(key);
    }
    return repeated.size === 0
      ? page
      : { ...page, blocks: page.blocks.filter((block) => !repeated.has(block)) };
  });
}

/** The first and last two blocks of a page. */
function edges(blocks: readonly PageBlock[]): PageBlock[] {
  return [...new Set([...blocks.slice(0, 2), ...blocks.slice(-2)])];
}

/** Page numbers differ from page to page. */
function keyOf({ text }: PageBlock): string {
  return text.replace(/\d+/g, '#');
}
