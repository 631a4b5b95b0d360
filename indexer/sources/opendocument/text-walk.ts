import { BlockWriter } from '../html/block-writer.ts';
import type { HtmlBlock } from '../html/reading.ts';
import { childrenOf, innerText, type XmlElement } from '../xml-tree/tree.ts';
import type { Styles } from './styles.ts';
import { isDataTable, rowsOf } from './tables.ts';

/** Made by the program out of the rest: contents, indexes; and what has no words of its own. */
const neverRead = new Set(
  (
    'text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:object-index ' +
    'text:user-index text:sequence-decls text:variable-decls text:user-field-decls office:forms office:scripts ' +
    'office:event-listeners svg:title svg:desc draw:image draw:object draw:object-ole draw:plugin draw:page-thumbnail ' +
    'text:page-number text:page-count text:ruby-text text:toc-mark text:alphabetical-index-mark presentation:notes ' +
    'presentation:header presentation:footer presentation:date-time'
  ).split(' '),
);

interface ListScope {
  readonly depth: number;
  readonly style: string | undefined;
}

/** Walks the body of an OpenDocument text, or a shape of a slide, in document order. */
export class TextWalk {
  readonly hidden: string[] = [];
  readonly #writer = new BlockWriter();
  readonly #styles: Styles;
  readonly #notes: { readonly mark: string; readonly body: XmlElement }[] = [];
  /** Text boxes anchored in the paragraph that is being written: they follow it. */
  #boxes: XmlElement[] = [];
  /** How many items a numbered list has had, by its depth. */
  readonly #counts = new Map<number, number>();

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /** The blocks of everything walked, with notes at the end. */
  finish(): readonly HtmlBlock[] {
    for (let at = 0; at < this.#notes.length; at += 1) {
      const note = this.#notes[at];
      if (note === undefined) break;
      this.#writer.endBlock(true);
      this.#writer.mark(`[${note.mark}] `);
      this.blocks(note.body);
    }
    return this.#writer.finish();
  }

  blocks(parent: XmlElement, list: ListScope | null = null): void {
    for (const child of childrenOf(parent)) this.#block(child, list);
  }

  #block(element: XmlElement, list: ListScope | null): void {
    const { name, attributes } = element;
    if (neverRead.has(name)) return;
    if (name === 'text:p' || name === 'text:h') this.#paragraph(element, list);
    else if (name === 'text:list') this.#list(element, list);
    else if (name === 'table:table') this.#table(element, list);
    else if (name === 'office:annotation' || name === 'text:tracked-changes') this.#hide(element);
    else if (name === 'text:section' && attributes['text:display'] === 'none') this.#hide(element);
    else this.blocks(element, list);
  }

  #paragraph(element: XmlElement, list: ListScope | null): void {
    const style = element.attributes['text:style-name'];
    if (this.#styles.isHidden(style)) {
      this.#hide(element);
      return;
    }
    const outline = Number(element.attributes['text:outline-level'] ?? 1);
    const level =
      element.name === 'text:h' ? Math.max(1, Math.min(6, outline || 1)) : this.#styles.headingLevel(style);
    const isHeading = level > 0;
    this.#writer.endBlock(list === null || isHeading);
    if (isHeading) this.#writer.mark('');
    this.#writer.as(
      isHeading ? 'heading' : list === null ? 'paragraph' : 'list',
      isHeading ? level : undefined,
    );
    this.#inline(element);
    this.#writer.endBlock(list === null || isHeading);
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const box of boxes) this.blocks(box);
  }

  #list(element: XmlElement, outer: ListScope | null): void {
    const depth = (outer?.depth ?? 0) + 1;
    const scope = { depth, style: element.attributes['text:style-name'] ?? outer?.style };
    const goesOn =
      element.attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in element.attributes;
    if (!goesOn) this.#counts.set(depth, 0);
    if (outer === null) this.#writer.endBlock(true);
    for (const item of childrenOf(element)) {
      const start = Number(item.attributes['text:start-value']);
      const count = start > 0 ? start : (this.#counts.get(depth) ?? 0) + 1;
      const mark = this.#styles.isNumbered(scope.style, depth) ? `${count}. ` : '- ';
      if (item.name === 'text:list-item') {
        this.#counts.set(depth, count);
        this.#writer.mark('  '.repeat(Math.min(depth, 9) - 1) + mark);
      }
      this.blocks(item, scope);
    }
    this.#writer.mark('');
    if (outer === null) this.#writer.endBlock(true);
  }

  #table(element: XmlElement, list: ListScope | null): void {
    if (!isDataTable(element)) {
      this.blocks(element, list);
      return;
    }
    this.#writer.endBlock(true);
    for (const row of rowsOf(element)) {
      this.#writer.as('table', undefined);
      for (const [index, cell] of [...childrenOf(row, 'table:table-cell')].entries()) {
        this.#writer.cell(index > 0, false);
        for (const paragraph of childrenOf(cell)) {
          this.#writer.write(' ', false);
          if (!neverRead.has(paragraph.name)) this.#inlineElement(paragraph);
        }
      }
      this.#writer.endBlock(false);
    }
    this.#writer.endBlock(true);
  }

  #inline(element: XmlElement): void {
    for (const child of element.children)
      if (typeof child === 'string') this.#writer.write(child, false);
      else if (!neverRead.has(child.name)) this.#inlineElement(child);
  }

  #inlineElement(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'text:s') this.#writer.write(' ', false);
    else if (name === 'text:tab') this.#writer.write('\t', true);
    else if (name === 'text:line-break') this.#writer.breakLine();
    else if (name === 'text:note') this.#note(element);
    else if (name === 'office:annotation') this.#hide(element);
    else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') this.#hiddenField(element);
    else if (name.startsWith('draw:') && name !== 'draw:a') this.#boxes.push(element);
    else if (this.#styles.isHidden(attributes['text:style-name'])) this.#hide(element);
    else this.#inline(element);
  }

  #note(element: XmlElement): void {
    let mark = '*';
    for (const part of childrenOf(element)) {
      if (part.name === 'text:note-citation') mark = innerText(part).trim() || '*';
      else if (part.name === 'text:note-body') this.#notes.push({ mark, body: part });
    }
    this.#writer.write(`[${mark}]`, false);
  }

  #hiddenField(element: XmlElement): void {
    if (element.attributes['text:is-hidden'] === 'false') this.#inline(element);
    else this.hidden.push(element.attributes['text:string-value'] ?? innerText(element));
  }

  #hide(element: XmlElement): void {
    this.hidden.push(
      [...element.children].map((child) => (typeof child === 'string' ? child : hiddenText(child))).join(' '),
    );
  }
}

/** Words of a comment or a deletion without who made it and when. */
function hiddenText(element: XmlElement): string {
  if (/^(?:dc:|meta:|office:change-info$|loext:)/.test(element.name)) return '';
  if (element.name === 'text:s') return ' ';
  return element.children.map((child) => (typeof child === 'string' ? child : hiddenText(child))).join('');
}
