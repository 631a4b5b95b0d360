import type { Formatted } from '#main/contract/formatted.ts';
import { isHidden, pageVisibility, styleOf, type Visibility, visibilityInside } from '../html/hidden.ts';
import { parseDeclarations, parseStyleSheet, type StyleSheet } from '../html/style.ts';
import { isDataTable } from '../html/tables.ts';
import {
  attributesOf,
  type Element,
  elementsOf,
  isElement,
  isText,
  type Node,
  ownText,
  parseTree,
} from '../html/tree.ts';
import { BlockList, type Look, type Shape } from './block-list.ts';

const never = words(
  'head script style template noscript noframes iframe object embed applet svg math canvas audio video select datalist input button textarea frame frameset',
);
const blocks = words(
  'p h1 h2 h3 h4 h5 h6 ul ol dl li dt dd table caption pre blockquote section article header footer main nav aside figure figcaption form fieldset details summary div tr td th address center hr body html tbody thead tfoot',
);
const looks: Readonly<Record<string, Look>> = {
  b: { bold: true },
  strong: { bold: true },
  th: { bold: true },
  dt: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  s: { struck: true },
  del: { struck: true },
  strike: { struck: true },
};
/** Longer addresses are there to carry something. */
const longestHref = 2_000;
/** Pictures of this size and less are there to tell the sender that they were loaded. */
const trackerPixels = 2;

interface Scope {
  readonly visibility: Visibility;
  readonly look: Look;
  readonly isKept: boolean;
  readonly inTable: boolean;
  readonly depth: number;
  readonly shape: Shape;
}

type Step =
  | { readonly enter: Node; readonly scope: Scope }
  | { readonly leave: Element; readonly scope: Scope };

/** A page of HTML as blocks: what a reader sees of it, without its looks, its scripts and whatever it would load. */
export function blocksOfHtml(html: string): Formatted {
  const tree = parseTree(html, false);
  const sheets = [...elementsOf(tree)].filter(({ tagName }) => tagName === 'style').map(ownText);
  return new PageBlocks(parseStyleSheet(sheets.join('\n'), false)).run(tree.childNodes);
}

class PageBlocks {
  readonly #list = new BlockList();
  readonly #sheet: StyleSheet;
  readonly #numbers = new Map<unknown, number>();

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet;
  }

  /** A stack instead of recursion: hostile pages nest tens of thousands deep. */
  run(nodes: readonly Node[]): Formatted {
    const whole: Scope = {
      visibility: pageVisibility(this.#sheet),
      ...{ look: {}, isKept: false, inTable: false, depth: 0 },
      shape: { kind: 'paragraph', quoted: 0 },
    };
    const steps: Step[] = nodes.map((enter) => ({ enter, scope: whole })).reverse();
    for (let step = steps.pop(); step !== undefined && !this.#list.isFull; step = steps.pop()) {
      if ('leave' in step) this.#leave(step.leave, step.scope);
      else if (isText(step.enter)) this.#text(step.enter.value, step.scope);
      else if (isElement(step.enter)) this.#enter(step.enter, step.scope, steps);
    }
    this.#list.end(whole.shape);
    return this.#list.finish();
  }

  #text(value: string, { visibility, look, isKept }: Scope): void {
    if (!isHidden(visibility)) this.#list.write(value, look, isKept);
  }

  #enter(element: Element, outer: Scope, steps: Step[]): void {
    const tag = element.tagName;
    if (never.has(tag)) return;
    const attributes = attributesOf(element);
    if (tag === 'br') this.#list.write('\n', outer.look, true);
    if (tag === 'img') this.#picture(attributes, outer);
    if (blocks.has(tag)) this.#begin(tag, outer);
    if (tag === 'hr') this.#list.rule();
    const scope = this.#inside(element, attributes, outer);
    if (tag === 'table' && scope.inTable && !outer.inTable) this.#list.beginTable();
    if (tag === 'tr' && scope.inTable) this.#list.beginRow();
    steps.push({ leave: element, scope });
    for (const child of element.childNodes.toReversed()) steps.push({ enter: child, scope });
  }

  #begin(tag: string, outer: Scope): void {
    if (!outer.inTable) this.#list.end(outer.shape);
    else if (tag !== 'tr' && tag !== 'td' && tag !== 'th') this.#list.write(' ', outer.look, false);
  }

  #leave(element: Element, { inTable, shape, look }: Scope): void {
    const tag = element.tagName;
    if (!blocks.has(tag)) return;
    if (!inTable) this.#list.end(shape);
    else if (tag === 'td' || tag === 'th') this.#list.endCell(tag === 'th');
    else if (tag === 'table') this.#list.endTable();
    else this.#list.write(' ', look, false);
  }

  #inside(element: Element, attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
    const tag = element.tagName;
    const style = styleOf(this.#sheet, tag, attributes, parseDeclarations(attributes.get('style') ?? ''));
    const href = tag === 'a' ? safeHref(attributes.get('href')) : undefined;
    return {
      visibility:
        style.size === 0 && attributes.size === 0
          ? outer.visibility
          : visibilityInside(outer.visibility, style, attributes),
      look: { ...outer.look, ...looks[tag], ...(href !== undefined && { href }) },
      isKept: outer.isKept || tag === 'pre',
      inTable: tag === 'table' ? outer.inTable || isDataTable(element) : outer.inTable,
      depth: outer.depth + (tag === 'ul' || tag === 'ol' ? 1 : 0),
      shape: this.#shapeOf(element, outer),
    };
  }

  #shapeOf(element: Element, { shape, depth }: Scope): Shape {
    const tag = element.tagName;
    const quoted = 'quoted' in shape ? shape.quoted : 0;
    if (/^h[1-6]$/.test(tag)) return { kind: 'heading', level: Number(tag[1]) };
    if (tag === 'pre') return { kind: 'code' };
    if (tag === 'blockquote') return { kind: 'paragraph', quoted: quoted + 1 };
    if (tag === 'li') return { kind: 'item', quoted, depth, marker: this.#markerOf(element) };
    return shape;
  }

  #markerOf(item: Element): string {
    const list = item.parentNode;
    if (list === null || !('tagName' in list) || list.tagName !== 'ol') return '•';
    const start = Number.parseInt(attributesOf(list).get('start') ?? '1', 10);
    const number = this.#numbers.get(list) ?? (Number.isNaN(start) ? 1 : start);
    this.#numbers.set(list, number + 1);
    return `${number}.`;
  }

  #picture(attributes: ReadonlyMap<string, string>, { visibility, look }: Scope): void {
    const sizes = ['width', 'height'].map((side) => Number.parseFloat(attributes.get(side) ?? '99'));
    if (isHidden(visibility) || sizes.some((size) => size <= trackerPixels)) return;
    const source = attributes.get('src') ?? '';
    const isInside = /^(?:cid|data|file):/i.test(source) || !/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(source);
    this.#list.write(
      (attributes.get('alt') ?? '').trim() || ' ',
      { ...look, picture: isInside ? 'inside' : 'remote' },
      true,
    );
  }
}

/** The address as it may be told; undefined for one that would do something else than lead somewhere. */
function safeHref(href = ''): string | undefined {
  const address = href.trim();
  return /^(?:https?:\/\/|mailto:)/i.test(address) && address.length <= longestHref ? address : undefined;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
