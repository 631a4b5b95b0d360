import type { PassageRole } from '../parser.ts';
import type { HtmlBlock } from './reading.ts';
import { withHeaders } from './table-headers.ts';

/** Collects running text into blocks, with white space as a browser shows it. */
export class BlockWriter {
  readonly #blocks: HtmlBlock[] = [];
  #parts: string[] = [];
  #mark = '';
  #role: PassageRole = 'paragraph';
  #level: number | undefined;
  #line = 0;
  #startLine = 0;
  #wideGap = true;
  /** Kinds of cells in the row that is being written. */
  #headerCells = false;
  #dataCells = false;

  /** The source line at which what comes next begins. */
  at(line: number): void {
    this.#line = line;
  }

  write(text: string, verbatim: boolean): void {
    if (text === '') return;
    const shown = verbatim ? text : text.replace(/[ \t\n\r\f]+/g, ' ');
    if (this.#parts.length === 0) {
      if (!verbatim && shown === ' ') return;
      this.#startLine = this.#line + leadingBreaks(text);
    }
    this.#parts.push(shown);
  }

  breakLine(): void {
    if (this.#parts.length === 0) this.#startLine = this.#line;
    this.#parts.push('\n');
  }

  /** Puts a list marker before what comes next; dropped where nothing comes. */
  mark(mark: string): void {
    this.#mark = mark;
  }

  /** Begins a cell of a row, `next` to another one. */
  cell(next: boolean, isHeader: boolean): void {
    if (next && this.#parts.length > 0) this.#parts.push(' | ');
    if (isHeader) this.#headerCells = true;
    else this.#dataCells = true;
  }

  /** The role of the block that is being written. */
  as(role: PassageRole, level: number | undefined): void {
    if (this.#parts.length > 0) return;
    this.#role = role;
    this.#level = level;
  }

  /** Ends the block; `wide` leaves a gap before the next one. */
  endBlock(wide: boolean): void {
    if (wide) this.#wideGap = true;
    const isHeader = this.#headerCells && !this.#dataCells;
    this.#headerCells = false;
    this.#dataCells = false;
    if (this.#parts.length === 0) return;
    const text = this.#parts.join('');
    this.#parts = [];
    if (this.#role === 'table')
      this.#push(text.replace(/^[\s|]+|[\s|]+$/g, '').replace(/\s+/g, ' '), isHeader);
    else if (this.#role === 'code') this.#push(text.replace(/^\n+/, '').trimEnd());
    else this.#pushParagraphs(text);
  }

  finish(): readonly HtmlBlock[] {
    this.endBlock(true);
    return withHeaders(this.#blocks);
  }

  /** Empty lines made of line breaks end a paragraph as well as a tag does. */
  #pushParagraphs(text: string): void {
    const tidy = text.replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n').replace(/ {2,}/g, ' ');
    if (tidy.trim() === '') {
      if (tidy.includes('\n')) this.#wideGap = true;
      return;
    }
    for (const [index, paragraph] of tidy.split(/\n{2,}/).entries()) {
      if (index > 0) this.#wideGap = true;
      this.#push(paragraph.trim());
    }
  }

  #push(text: string, isHeader = false): void {
    if (text.trim() === '') return;
    const block = {
      role: this.#role,
      text: this.#mark + text,
      line: this.#startLine,
      tight: !this.#wideGap,
    };
    if (isHeader) this.#blocks.push({ ...block, row: 'header' });
    else this.#blocks.push(this.#level === undefined ? block : { ...block, level: this.#level });
    this.#mark = '';
    this.#wideGap = false;
  }
}

function leadingBreaks(text: string): number {
  return (/^\s*/.exec(text)?.[0] ?? '').split('\n').length - 1;
}
