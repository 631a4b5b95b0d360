import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree/tree.ts';

/** Styles above a style: against styles that are their own parents. */
const mostParents = 30;
/** Points: text of this size and less cannot be read. */
const smallestPoints = 1;

interface StyleRule {
  readonly parent: string | undefined;
  readonly headingLevel: number | undefined;
  readonly isHidden: boolean | undefined;
  readonly isHiddenSlide: boolean;
}

/** What the styles of a document say of its text, as far as it matters to a reader of words. */
export class Styles {
  readonly #rules = new Map<string, StyleRule>();
  /** Levels that are numbered, by the name of the list style. */
  readonly #numbered = new Map<string, ReadonlySet<number>>();
  readonly #whiteHides: boolean;

  constructor(roots: readonly XmlElement[]) {
    this.#whiteHides = !roots.some(hasBackground);
    for (const root of roots)
      for (const part of ['office:styles', 'office:automatic-styles'])
        for (const style of childrenOf(childOf(root, part))) this.#add(style);
  }

  /** 1 to 6 for a heading, 0 for anything else. */
  headingLevel(name: string | undefined): number {
    for (const [style, rule] of this.#chain(name)) {
      if (/^Title$/i.test(style)) return 1;
      if (/^Subtitle$/i.test(style)) return 2;
      if (rule?.headingLevel !== undefined) return Math.min(6, rule.headingLevel);
    }
    return 0;
  }

  isHidden(name: string | undefined): boolean {
    for (const [, rule] of this.#chain(name)) if (rule?.isHidden !== undefined) return rule.isHidden;
    return false;
  }

  isHiddenSlide(name: string | undefined): boolean {
    return this.#rules.get(name ?? '')?.isHiddenSlide ?? false;
  }

  isNumbered(listStyle: string | undefined, depth: number): boolean {
    return this.#numbered.get(listStyle ?? '')?.has(depth) ?? false;
  }

  *#chain(name: string | undefined): Iterable<[string, StyleRule | undefined]> {
    let at = name;
    for (let count = 0; at !== undefined && count < mostParents; count += 1) {
      const rule = this.#rules.get(at);
      yield [at, rule];
      at = rule?.parent;
    }
  }

  #add(style: XmlElement): void {
    const name = style.attributes['style:name'];
    if (name === undefined) return;
    if (style.name === 'text:list-style') {
      const levels = [...childrenOf(style, 'text:list-level-style-number')]
        .filter(({ attributes }) => (attributes['style:num-format'] ?? '') !== '')
        .map(({ attributes }) => Number(attributes['text:level']));
      this.#numbered.set(name, new Set(levels));
    } else if (style.name === 'style:style') this.#rules.set(name, this.#ruleOf(style));
  }

  #ruleOf(style: XmlElement): StyleRule {
    const level = Number(style.attributes['style:default-outline-level']);
    const page = childOf(style, 'style:drawing-page-properties')?.attributes;
    return {
      parent: style.attributes['style:parent-style-name'],
      headingLevel: level >= 1 ? level : undefined,
      isHidden: this.#hides(childOf(style, 'style:text-properties')?.attributes),
      isHiddenSlide: page?.['presentation:visibility'] === 'hidden',
    };
  }

  #hides(properties: Readonly<Record<string, string>> | undefined): boolean | undefined {
    if (properties === undefined) return undefined;
    const size = properties['fo:font-size'];
    if (size !== undefined && /^[\d.]+pt$/.test(size) && Number.parseFloat(size) <= smallestPoints)
      return true;
    if (this.#whiteHides && properties['fo:color']?.toLowerCase() === '#ffffff') return true;
    const display = properties['text:display'];
    return display === undefined ? undefined : display === 'none';
  }
}

/** White text counts as hidden only where nothing is shaded: it is often set on a dark cell or shape. */
function hasBackground(root: XmlElement): boolean {
  for (const part of ['office:styles', 'office:automatic-styles', 'office:master-styles'])
    for (const kind of [
      'style:text',
      'style:paragraph',
      'style:table-cell',
      'style:table',
      'style:graphic',
      'style:page-layout',
    ])
      for (const { attributes } of descendantsOf(childOf(root, part), `${kind}-properties`)) {
        const color = attributes['fo:background-color'] ?? 'transparent';
        if (color !== 'transparent' && color.toLowerCase() !== '#ffffff') return true;
        if ((attributes['draw:fill'] ?? 'none') !== 'none') return true;
      }
  return false;
}
