import type { PDFPageProxy } from 'pdfjs-dist';

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;
type ContentItem = TextContent['items'][number];
export type TextItem = Extract<ContentItem, { readonly str: string }>;
type StructTree = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;

/** A piece of a page's text, with the depth of the heading that it is tagged as. */
export interface TaggedItem {
  readonly item: TextItem;
  readonly level?: number | undefined;
}

/** Where tags cover less of a page's text than this they are no guide to it. */
const leastTagged = 0.9;

/**
 * A page's text in the order in which its tags (ISO 32000-1, 14.8) have it read, which need not be the one it was drawn
 * in. Text without a tag (running heads, page numbers) keeps its place before or after all that has one.
 */
export async function taggedItems(page: PDFPageProxy): Promise<TaggedItem[]> {
  const tree = await page.getStructTree().catch(() => null);
  if (tree === null) return plain((await page.getTextContent()).items);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const tags = tagsOf(tree);
  const placed = withRanks(items, tags);
  const chars = (some: readonly { readonly item: TextItem }[]) =>
    some.reduce((sum, { item }) => sum + item.str.length, 0);
  const tagged = placed.filter(({ rank }) => rank !== null);
  if (chars(tagged) < leastTagged * chars(placed)) return plain(items);
  const first = placed.findIndex(({ rank }) => rank !== null);
  const isLoose = ({ rank }: Ranked) => rank === null;
  return [
    ...placed.slice(0, first),
    // Sorting is stable: pieces of one tag stay as they were drawn.
    ...tagged.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)),
    ...placed.slice(first).filter(isLoose),
  ];
}

function plain(items: readonly ContentItem[]): TaggedItem[] {
  return items.flatMap((item) => ('str' in item ? [{ item }] : []));
}

interface Tag {
  /** Where it comes in the reading order. */
  readonly rank: number;
  readonly level: number | undefined;
}
type Ranked = TaggedItem & { readonly rank: number | null };

/** The tags of marked content by its id. */
function tagsOf(tree: StructTree): ReadonlyMap<string, Tag> {
  const tags = new Map<string, Tag>();
  const waiting: { node: StructTree['children'][number]; level: number | undefined }[] = [
    { node: tree, level: undefined },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, level } = next;
    if (!('children' in node)) {
      if (node.type === 'content') tags.set(node.id, { rank: tags.size, level });
      continue;
    }
    const own = levelOf(node.role) ?? level;
    for (const child of node.children.toReversed()) waiting.push({ node: child, level: own });
  }
  return tags;
}

function levelOf(role: string): number | undefined {
  if (role === 'Title' || role === 'H') return 1;
  const numbered = /^H([1-6])$/.exec(role)?.[1];
  return numbered === undefined ? undefined : Number(numbered);
}

function withRanks(items: readonly ContentItem[], tags: ReadonlyMap<string, Tag>): Ranked[] {
  const open: (Tag | undefined)[] = [];
  const placed: Ranked[] = [];
  for (const item of items) {
    if ('str' in item) {
      const tag = open.findLast((one) => one !== undefined);
      placed.push({ item, level: tag?.level, rank: tag?.rank ?? null });
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(tags.get(item.id));
  }
  return placed;
}
