import type { Token } from 'markdown-it';
import type { DocumentText, TableRow } from '../document-text.ts';
import { addBlocks } from '../html/add-blocks.ts';
import { readHtml } from '../html/read-html.ts';
import type { PassageRole } from '../parser.ts';
import { unwrapped } from '../text/lines.ts';
import { inlineText } from './inline.ts';

/** `[!note] Title`: the head of an Obsidian callout. */
const calloutHead = /^\[![\w-]+\][+-]?[ \t]*/;

/** Turns Markdown's tokens into passages, each placed by its line in the file. */
export class NoteWalk {
  /** The note's first heading where nothing stands before it. */
  firstHeading: string | null = null;
  readonly #text: DocumentText;
  readonly #lists: ('ordered' | 'bullet')[] = [];
  #marker = '';
  #level: number | undefined;
  #cells: string[] = [];
  #inRow = false;
  #row: TableRow | undefined;
  #rowLine = 0;
  #quoteStart = false;
  /** True where the next passage follows without a gap. */
  #tight = false;
  #line = 1;

  constructor(text: DocumentText) {
    this.#text = text;
  }

  run(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.map !== null) this.#line = token.map[0] + 1;
      this.#step(token);
      if (this.#text.truncated) return;
    }
  }

  #step(token: Token): void {
    const { type } = token;
    if (type === 'inline') this.#inline(token);
    else if (type === 'fence') this.#add(token.content, 'code', this.#line + 1);
    else if (type === 'code_block') this.#add(token.content, 'code', this.#line);
    else if (type === 'html_block') this.#html(token.content);
    else if (type === 'heading_open') this.#level = Number(token.tag.slice(1));
    else if (type === 'heading_close') this.#level = undefined;
    else if (type === 'blockquote_open') this.#quoteStart = true;
    else if (type.startsWith('t')) this.#table(token);
    else this.#list(token);
  }

  #list(token: Token): void {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open')
      this.#lists.push(token.type === 'ordered_list_open' ? 'ordered' : 'bullet');
    else if (token.type === 'list_item_open') {
      const indent = '  '.repeat(Math.min(this.#lists.length - 1, 10));
      this.#marker = indent + (this.#lists.at(-1) === 'ordered' ? `${token.info || '1'}. ` : '- ');
    } else if (token.type === 'list_item_close') this.#marker = '';
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      this.#lists.pop();
      this.#tight = this.#lists.length > 0;
    }
  }

  #table(token: Token): void {
    if (token.type === 'tr_open') {
      this.#inRow = true;
      this.#rowLine = this.#line;
      this.#cells = [];
    } else if (token.type === 'tr_close') {
      this.#inRow = false;
      this.#add(this.#cells.join(' | ').replace(/^[\s|]+|[\s|]+$/g, ''), 'table', this.#rowLine);
      this.#tight = true;
    } else if (token.type === 'thead_open') this.#row = 'header';
    else if (token.type === 'tbody_open') this.#row = 'under-header';
    else if (token.type === 'table_close') this.#tight = false;
  }

  #inline(token: Token): void {
    const hidden: string[] = [];
    let text = inlineText(token, hidden);
    for (const piece of hidden) this.#text.hide(piece);
    if (this.#inRow) {
      this.#cells.push(text.replace(/\s+/g, ' ').trim());
      return;
    }
    if (this.#quoteStart) text = text.replace(calloutHead, '');
    this.#quoteStart = false;
    if (this.#level !== undefined) {
      if (this.#text.length === 0 || this.firstHeading === null)
        this.firstHeading ??= this.#isFirst() ? text : null;
      this.#add(text, 'heading', this.#line);
    } else this.#paragraph(text);
  }

  #isFirst(): boolean {
    return this.#text.passages.every(({ role }) => role === 'table');
  }

  #paragraph(text: string): void {
    const inList = this.#lists.length > 0;
    const item = this.#marker !== '';
    for (const { text: line, line: number } of unwrapped(text.split('\n'), this.#line)) {
      this.#add(line, inList ? 'list' : 'paragraph', number);
      this.#tight = true;
    }
    this.#tight = inList && item;
  }

  #html(source: string): void {
    this.#tight = false;
    const page = readHtml(source, { withLines: true });
    addBlocks(this.#text, page, this.#line - 1);
  }

  #add(text: string, role: PassageRole, line: number): void {
    const marked = this.#marker + text;
    this.#marker = '';
    const level = role === 'heading' ? this.#level : undefined;
    const row = role === 'table' ? this.#row : undefined;
    this.#text.add(marked, { role, place: { line }, level, row, tight: this.#tight });
    this.#tight = false;
  }
}
