import type { PassageRole } from '../parser.ts';
import { BlockWriter } from './block-writer.ts';
import { isHidden, styleOf, type Visibility, visibilityInside } from './hidden.ts';
import type { ElementRole, HtmlOptions } from './reading.ts';
import { parseDeclarations, type StyleSheet } from './style.ts';
import { isDataTable } from './tables.ts';
import { attributesOf, type Element, isElement, isText, type Node } from './tree.ts';

const neverRead = wordSet(
  'head script style template noscript noframes iframe object embed applet svg canvas audio video select datalist',
);
/** Elements with space around them, and those that only begin a new line. */
const wideBlocks = wordSet(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table pre blockquote hr section article header footer main nav aside figure form fieldset details',
);
const narrowBlocks = wordSet(
  'div li tr td th dt dd address center caption figcaption summary legend body html tbody thead tfoot option',
);

/** What an element hands on to those inside it. */
export interface Scope {
  readonly visibility: Visibility;
  readonly pre: boolean;
  readonly inTable: boolean;
  /** Of lists. */
  readonly depth: number;
  readonly part: ElementRole['role'] | null;
  readonly role: PassageRole;
  readonly level?: number | undefined;
}
type Step =
  | { readonly enter: Node; readonly scope: Scope }
  | { readonly leave: Element; readonly scope: Scope; readonly outer: Scope };

/** Walks a page in document order and hands its text to the writer; a stack instead of recursion bounds no depth. */
export class PageWalk {
  readonly writer = new BlockWriter();
  readonly hidden: string[] = [];
  readonly #sheet: StyleSheet;
  readonly #options: HtmlOptions;
  readonly #itemNumbers = new Map<unknown, number>();
  #onwards: ElementRole['role'] | null = null;

  constructor(sheet: StyleSheet, options: HtmlOptions) {
    this.#sheet = sheet;
    this.#options = options;
  }

  run(nodes: readonly Node[], scope: Scope): void {
    const steps: Step[] = nodes.map((enter) => ({ enter, scope })).reverse();
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if ('leave' in step) this.#leave(step.leave, step.scope, step.outer);
      else if (isText(step.enter)) {
        this.writer.at(step.enter.sourceCodeLocation?.startLine ?? 0);
        this.#text(step.enter.value, step.scope);
      } else if (isElement(step.enter)) this.#enter(step.enter, step.scope, steps);
    }
  }

  #text(value: string, scope: Scope): void {
    if (isHidden(scope.visibility)) {
      if (value.trim() !== '') this.hidden.push(value);
    } else this.writer.write(value, scope.pre);
  }

  #enter(element: Element, outer: Scope, steps: Step[]): void {
    const tag = element.tagName;
    if (neverRead.has(tag)) return;
    const attributes = attributesOf(element);
    const scope = this.#scopeOf(element, attributes, outer);
    if (tag === 'br') this.writer.breakLine();
    else if (tag === 'img') this.#image(attributes, scope);
    else this.#open(element, scope);
    steps.push({ leave: element, scope, outer });
    for (let at = element.childNodes.length - 1; at >= 0; at -= 1) {
      const child = element.childNodes[at];
      if (child !== undefined) steps.push({ enter: child, scope });
    }
  }

  #scopeOf(element: Element, attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
    const tag = element.tagName;
    const style = styleOf(this.#sheet, tag, attributes, parseDeclarations(attributes.get('style') ?? ''));
    const part = this.#partOf(element, attributes) ?? outer.part;
    if (part !== outer.part) this.writer.endBlock(false);
    const pre = outer.pre || tag === 'pre' || tag === 'textarea';
    const inTable = tag === 'table' ? isDataTable(element) : outer.inTable;
    const level = /^h[1-6]$/.test(tag) ? Number(tag[1]) : outer.level;
    return {
      visibility:
        style.size === 0 && attributes.size === 0
          ? outer.visibility
          : visibilityInside(outer.visibility, style, attributes),
      pre,
      inTable,
      depth: outer.depth + (tag === 'ul' || tag === 'ol' ? 1 : 0),
      part,
      level,
      role: part ?? roleIn(tag, outer.role, { pre, inTable, level }),
    };
  }

  #partOf(element: Element, attributes: ReadonlyMap<string, string>): ElementRole['role'] | null {
    const own = this.#options.roleOf?.(element, attributes) ?? null;
    if (own?.reach === 'onwards') this.#onwards = own.role;
    return this.#onwards ?? own?.role ?? null;
  }

  #image(attributes: ReadonlyMap<string, string>, scope: Scope): void {
    const alt = attributes.get('alt') ?? '';
    const tiny = ['width', 'height'].some((side) => Number.parseFloat(attributes.get(side) ?? '99') <= 2);
    if (!tiny && !isHidden(scope.visibility)) this.writer.write(alt, false);
    else if (alt.trim() !== '') this.hidden.push(alt);
  }

  #open(element: Element, scope: Scope): void {
    const tag = element.tagName;
    const isCell = tag === 'td' || tag === 'th';
    if (scope.inTable && tag !== 'table' && tag !== 'tr' && tag !== 'caption') {
      if (isCell) this.writer.cell(element.parentNode?.childNodes.find(isElement) !== element, tag === 'th');
      else if (isBlock(tag)) this.writer.write(' ', false);
      return;
    }
    if (isBlock(tag)) {
      this.writer.endBlock(isWide(tag, scope));
      this.writer.as(scope.role, scope.role === 'heading' ? scope.level : undefined);
    }
    if (tag === 'li') this.writer.mark('  '.repeat(Math.max(0, scope.depth - 1)) + this.#markerOf(element));
  }

  #leave(element: Element, scope: Scope, outer: Scope): void {
    const tag = element.tagName;
    if (scope.inTable && tag !== 'table' && tag !== 'tr' && tag !== 'caption') {
      if (isBlock(tag)) this.writer.write(' ', false);
      return;
    }
    if (!isBlock(tag) && scope.part === outer.part) return;
    this.writer.endBlock(isWide(tag, scope));
    this.writer.as(this.#onwards ?? outer.role, outer.role === 'heading' ? outer.level : undefined);
  }

  #markerOf(item: Element): string {
    const list = item.parentNode;
    if (list === null || !('tagName' in list) || list.tagName !== 'ol') return '- ';
    const start = Number.parseInt(attributesOf(list).get('start') ?? '1', 10);
    const number = this.#itemNumbers.get(list) ?? (Number.isNaN(start) ? 1 : start);
    this.#itemNumbers.set(list, number + 1);
    return `${number}. `;
  }
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function isBlock(tag: string): boolean {
  return wideBlocks.has(tag) || narrowBlocks.has(tag);
}

/** A list inside a list stands as close as its items. */
function isWide(tag: string, scope: Scope): boolean {
  return wideBlocks.has(tag) && !((tag === 'ul' || tag === 'ol') && scope.depth > 1);
}

function roleIn(
  tag: string,
  outer: PassageRole,
  { pre, inTable, level }: Pick<Scope, 'pre' | 'inTable' | 'level'>,
): PassageRole {
  if (level !== undefined) return 'heading';
  if (pre) return 'code';
  if (inTable) return 'table';
  if (tag === 'li') return 'list';
  return tag === 'table' || outer === 'quoted' || outer === 'signature' ? 'paragraph' : outer;
}
