import { BlockWriter } from '../html/block-writer.ts';
import type { HtmlBlock } from '../html/reading.ts';

/** A run of paragraphs: the document's own, a note's or a text box's. */
export class Flow {
  readonly #writer = new BlockWriter();
  inTable = false;
  /** 1 to 6 for a heading, 0 for anything else. */
  headingLevel = 0;
  listDepth = 0;
  /** The marker that the program printed before a list item; null outside lists. */
  marker: string | null = null;
  #isEmpty = true;
  #wasList = false;

  write(text: string): void {
    if (this.#isEmpty) {
      if (text.trim() === '' && text !== '\t') return;
      this.#begin();
    }
    this.#writer.write(text, true);
  }

  breakLine(): void {
    if (!this.#isEmpty) this.#writer.breakLine();
  }

  nextCell(): void {
    if (this.#isEmpty) this.#begin();
    this.#writer.cell(true, false);
    this.marker = null;
  }

  endParagraph(): void {
    if (this.inTable) {
      this.#writer.write(' ', true);
      return;
    }
    this.#end(true);
    this.marker = null;
  }

  resetParagraph(): void {
    this.inTable = false;
    this.headingLevel = 0;
    this.listDepth = 0;
  }

  endRow(): void {
    this.#end(false);
  }

  finish(mark: string): readonly HtmlBlock[] {
    this.#end(true);
    const [first, ...rest] = this.#writer.finish();
    return first === undefined ? [] : [{ ...first, text: mark + first.text }, ...rest];
  }

  #begin(): void {
    this.#isEmpty = false;
    const isList = this.marker !== null && !this.inTable;
    const level = this.inTable ? 0 : this.headingLevel;
    if (!isList || !this.#wasList) this.#writer.endBlock(!this.inTable);
    if (this.inTable) this.#writer.as('table', undefined);
    else if (level > 0) this.#writer.as('heading', level);
    else this.#writer.as(isList ? 'list' : 'paragraph', undefined);
    if (isList && level === 0)
      this.#writer.mark('  '.repeat(Math.min(8, this.listDepth)) + markOf(this.marker ?? ''));
    this.#wasList = isList;
  }

  #end(wide: boolean): void {
    this.#writer.endBlock(wide && !this.#wasList);
    this.#isEmpty = true;
  }
}

/** Numbers stay as they were printed; bullets of whatever shape become a dash. */
function markOf(marker: string): string {
  const shown = marker.trim();
  return /^[\p{L}\p{N}(][\p{L}\p{N}.()]{0,11}$/u.test(shown) && shown !== 'o' ? `${shown} ` : '- ';
}
