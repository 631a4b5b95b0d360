import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export function parseTree(html: string, withLines: boolean): DefaultTreeAdapterTypes.Document {
  return parse(html, { sourceCodeLocationInfo: withLines, scriptingEnabled: true });
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

export function attributesOf(element: Element): ReadonlyMap<string, string> {
  return new Map(element.attrs.map(({ name, value }) => [name, value]));
}

/** Every element below `root` in document order, without recursion: hostile pages nest tens of thousands deep. */
export function* elementsOf(root: { readonly childNodes: readonly Node[] }): Iterable<Element> {
  const stack = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** The text directly inside an element, e.g. of a title or a style sheet. */
export function ownText(element: Element): string {
  return element.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
}
