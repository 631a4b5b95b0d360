import { pageVisibility } from './hidden.ts';
import { PageWalk } from './page-walk.ts';
import type { HtmlOptions, HtmlReading } from './reading.ts';
import { parseStyleSheet } from './style.ts';
import { attributesOf, elementsOf, type Node, ownText, parseTree } from './tree.ts';

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
