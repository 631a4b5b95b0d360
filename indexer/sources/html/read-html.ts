import type { PassageRole } from '../parser.ts';
import { pageVisibility } from './hidden.ts';
import { PageWalk } from './page-walk.ts';
import { parseStyleSheet } from './style.ts';
import { attributesOf, type Element, elementsOf, type Node, ownText, parseTree } from './tree.ts';

/** A heading, paragraph, list item or table row as a reader sees it. */
export interface HtmlBlock {
  readonly role: PassageRole;
  readonly level?: number;
  readonly text: string;
  /** Line of the source, counting from 1; 0 where lines were not asked for. */
  readonly line: number;
  /** True where it follows the block before without a gap. */
  readonly tight: boolean;
}

export interface HtmlReading {
  readonly blocks: readonly HtmlBlock[];
  /** What the page's own styles keep from being seen. */
  readonly hidden: readonly string[];
  readonly title: string | null;
  /** `<meta>` by lower-case name or property. */
  readonly meta: ReadonlyMap<string, string>;
}

/** A part of a mail that repeats an earlier one or signs it: what an element holds, or all that follows it too. */
export interface ElementRole {
  readonly role: 'quoted' | 'signature';
  readonly reach: 'inside' | 'onwards';
}

export interface HtmlOptions {
  readonly withLines: boolean;
  readonly roleOf?: (element: Element, attributes: ReadonlyMap<string, string>) => ElementRole | null;
}

/** Reads a page as a person does: scripts, comments and whatever its styles hide are left out. */
export function readHtml(html: string, options: HtmlOptions): HtmlReading {
  const tree = parseTree(html, options.withLines);
  const { title, meta, sheet } = readHead(tree);
  const walk = new PageWalk(sheet, options);
  walk.run(tree.childNodes, {
    visibility: pageVisibility(sheet),
    pre: false,
    inTable: false,
    depth: 0,
    part: null,
    role: 'paragraph',
  });
  return { blocks: walk.writer.finish(), hidden: walk.hidden, title, meta };
}

function readHead(tree: { readonly childNodes: readonly Node[] }) {
  let title: string | null = null;
  const meta = new Map<string, string>();
  const sheets: string[] = [];
  let linked = false;
  for (const element of elementsOf(tree)) {
    const { tagName } = element;
    if (tagName === 'title') title ??= ownText(element);
    else if (tagName === 'style') sheets.push(ownText(element));
    else if (tagName === 'link') linked ||= /stylesheet/i.test(attributesOf(element).get('rel') ?? '');
    else if (tagName === 'meta') {
      const attributes = attributesOf(element);
      const name = attributes.get('name') ?? attributes.get('property');
      const content = attributes.get('content');
      if (name !== undefined && content !== undefined) meta.set(name.toLowerCase(), content);
    }
  }
  return { title, meta, sheet: parseStyleSheet(sheets.join('\n'), linked) };
}
