/** An element with its prefix as programs usually write it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

export function* childrenOf(element: XmlElement | undefined, name?: string): Iterable<XmlElement> {
  for (const child of element?.children ?? [])
    if (typeof child !== 'string' && (name === undefined || child.name === name)) yield child;
}

/** Every element of that name below `root`, in document order. */
export function* descendantsOf(root: XmlElement | undefined, name: string): Iterable<XmlElement> {
  const stack = root === undefined ? [] : [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if (element.name === name && element !== root) yield element;
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (child !== undefined && typeof child !== 'string') stack.push(child);
    }
  }
}

/** All the text below an element. */
export function innerText(element: XmlElement | undefined): string {
  const parts: string[] = [];
  const stack: (XmlElement | string)[] = element === undefined ? [] : [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') parts.push(node);
    else for (let at = node.children.length - 1; at >= 0; at -= 1) stack.push(node.children[at] ?? '');
  }
  return parts.join('');
}
