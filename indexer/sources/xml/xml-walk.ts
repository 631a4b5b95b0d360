import type { DocumentText } from '../document-text.ts';
import { isEncodedData } from '../encoded-data.ts';
import {
  blockElements,
  inlineElements,
  readableAttributes,
  rowElements,
  silentElements,
  unreadElements,
} from './element-names.ts';
import { localName, type XmlVisitor } from './read-xml.ts';

/** Longer texts are prose and go without the name of their element. */
const longestField = 120;
/** Values of one element name that are kept for title, date and people. */
const mostValues = 20;

interface OpenElement {
  readonly name: string;
  hasChildren: boolean;
}

/** Writes down the text of XML: an element a line with its name before it where it is a field, mixed content as prose. */
export class XmlWalk implements XmlVisitor {
  /** The first texts of elements by their local name. */
  readonly fields = new Map<string, string[]>();
  readonly #text: DocumentText;
  readonly #withAttributes: boolean;
  readonly #open: OpenElement[] = [];
  #parts: string[] = [];
  #line = 0;
  /** How many elements are open around the text that is being collected. */
  #depth = 0;
  #owner = '';
  /** True once the text's element is closed: more text makes it part of a longer line. */
  #ended = false;
  #unread = 0;
  #cells: string[] | null = null;
  #cellsLine = 0;
  #tight = false;

  constructor(text: DocumentText, withAttributes: boolean) {
    this.#text = text;
    this.#withAttributes = withAttributes;
  }

  get isFull(): boolean {
    return this.#text.truncated;
  }

  open(fullName: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const name = localName(fullName);
    if (this.#ended ? !inlineElements.has(name) : blockElements.has(name)) this.#flush();
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.hasChildren = true;
    this.#open.push({ name, hasChildren: false });
    if (this.#unread > 0 || unreadElements.has(name)) this.#unread += 1;
    if (rowElements.has(name)) {
      this.#flush();
      this.#cells ??= [];
      this.#cellsLine = line;
    }
    for (const [key, value] of Object.entries(attributes)) this.#attribute(localName(key), value, line);
  }

  text(text: string, line: number): void {
    const isBlank = text.trim() === '';
    if (this.#unread > 0 || (isBlank && this.#parts.length === 0)) return;
    if (this.#parts.length === 0) {
      this.#line = line + (/^\s*/.exec(text)?.[0].split('\n').length ?? 1) - 1;
      this.#depth = this.#open.length;
      this.#owner = this.#open.at(-1)?.name ?? '';
    } else if (this.#ended && !isBlank) {
      this.#ended = false;
      if (this.#open.length < this.#depth) this.#owner = '';
      this.#depth = Math.min(this.#depth, this.#open.length);
    }
    this.#parts.push(text);
  }

  close(fullName: string): void {
    const name = localName(fullName);
    if (this.#ended ? !inlineElements.has(name) : blockElements.has(name)) this.#flush();
    if (this.#parts.length > 0 && this.#open.length <= this.#depth) this.#ended = true;
    const closed = this.#open.pop();
    if (this.#unread > 0) this.#unread -= 1;
    if (closed?.hasChildren && !inlineElements.has(name)) this.#tight = false;
    if (rowElements.has(name)) this.#closeRow();
  }

  finish(): void {
    this.#flush();
    this.#closeRow();
  }

  #attribute(name: string, value: string, line: number): void {
    if (this.#unread > 0 || name.startsWith('xmlns') || value.trim() === '') return;
    if (this.#withAttributes) this.#add(`${name}: ${value}`, 'list', line);
    else if (readableAttributes.has(name) && /\p{L}/u.test(value)) this.#add(value, 'list', line);
  }

  #flush(): void {
    const text = this.#parts.join('').replace(/\s+/g, ' ').trim();
    const owner = this.#owner;
    this.#parts = [];
    this.#ended = false;
    if (text === '' || isEncodedData(text)) return;
    const values = this.fields.get(owner) ?? [];
    if (values.length < mostValues) this.fields.set(owner, [...values, text]);
    if (this.#cells !== null) this.#cells.push(text);
    else if (owner === '' || silentElements.has(owner) || text.length > longestField) {
      this.#tight = false;
      this.#add(text, 'paragraph', this.#line);
      this.#tight = false;
    } else this.#add(`${owner}: ${text}`, 'list', this.#line);
  }

  #closeRow(): void {
    const cells = this.#cells;
    this.#cells = null;
    if (cells === null || cells.length === 0) return;
    this.#add(cells.join(' | '), 'table', this.#cellsLine);
  }

  #add(shown: string, role: 'list' | 'paragraph' | 'table', line: number): void {
    this.#text.add(shown, { role, place: { line }, tight: this.#tight });
    this.#tight = true;
  }
}
