import type { Place } from '#main/contract/document.ts';
import { hiddenCharsLimit } from './limits.ts';
import type { ParsedDocument, ParseEvent, Passage, PassageRole, TextRange } from './parser.ts';
import { shortfall } from './parser.ts';
import { visibleText } from './visible-text.ts';

export interface AddedPassage {
  readonly role: PassageRole;
  /** null places the passage by its line in the text itself, for formats whose own lines mean nothing. */
  readonly place: Place | null;
  readonly level?: number | undefined;
  /** True for the next line of a list or table: one line end before it instead of an empty line. */
  readonly tight?: boolean;
  /** What a row of a table is: the names of its columns, or a row below the last such row that was added. */
  readonly row?: TableRow | undefined;
}

export type TableRow = 'header' | 'under-header';

/** What a parser knows of a document beside its text; what it leaves out is empty. */
export type DocumentFacts = Pick<ParsedDocument, 'kind' | 'title'> &
  Partial<Pick<ParsedDocument, 'member' | 'date' | 'people' | 'thread' | 'attachments' | 'tags'>>;

/** Builds a document's text passage by passage, so that every offset is one into the finished text. */
export class DocumentText {
  readonly passages: Passage[] = [];
  readonly hidden: string[] = [];
  /** True once text was left out for want of room. */
  truncated = false;
  readonly #limit: number;
  readonly #parts: string[] = [];
  #length = 0;
  #line = 1;
  #hiddenChars = 0;
  #header: TextRange | null = null;

  constructor(textChars: number) {
    this.#limit = textChars;
  }

  get length(): number {
    return this.#length;
  }

  /** Appends what a reader sees of `raw`; nothing where that is nothing. */
  add(raw: string, { role, place, level, tight = false, row }: AddedPassage): void {
    if (this.truncated) return;
    const { text, hidden } = visibleText(raw);
    this.hide(hidden);
    let shown = text.trim() === '' ? '' : text.replace(/^\s*\n/, '').trimEnd();
    // The white space before code and list items is their indentation.
    if (role !== 'code' && role !== 'list') shown = shown.trimStart();
    if (shown === '') return;
    const gap = this.#length === 0 ? '' : tight ? '\n' : '\n\n';
    const room = this.#limit - this.#length - gap.length;
    if (shown.length > room) {
      this.truncated = true;
      shown = shown.slice(0, Math.max(0, room)).toWellFormed().trimEnd();
      if (shown === '') return;
    }
    this.#append(gap);
    const start = this.#length;
    const at = place ?? { line: this.#line };
    this.#append(shown);
    const passage = { start, end: this.#length, place: at, role };
    if (row === 'header') this.#header = { start, end: this.#length };
    const header = row === 'under-header' ? this.#header : null;
    if (header !== null) this.passages.push({ ...passage, header });
    else this.passages.push(level === undefined ? passage : { ...passage, level });
  }

  /** Records text that a reader of the file would not see. */
  hide(raw: string): void {
    const shown = raw.replace(/\s+/g, ' ').trim();
    if (shown === '' || this.#hiddenChars >= hiddenCharsLimit) return;
    const kept = shown.slice(0, hiddenCharsLimit - this.#hiddenChars).toWellFormed();
    this.#hiddenChars += kept.length;
    this.hidden.push(kept);
  }

  toString(): string {
    return this.#parts.join('');
  }

  /** The finished document. Secrets are withheld from it later, where all formats pass. */
  document(facts: DocumentFacts): ParsedDocument {
    return {
      member: null,
      date: null,
      people: [],
      thread: null,
      attachments: [],
      tags: [],
      ...facts,
      text: this.toString(),
      passages: this.passages,
      hidden: this.hidden,
      withheld: [],
    };
  }

  /** The finished document, and that its text did not fit, where it did not. */
  *events(facts: DocumentFacts): Iterable<ParseEvent> {
    yield { type: 'document', document: this.document(facts) };
    yield* this.shortfalls();
  }

  /** Tells that the text did not fit, where it did not. */
  *shortfalls(): Iterable<ParseEvent> {
    if (!this.truncated) return;
    const detail = `${this.#limit.toLocaleString('en')} characters`;
    yield shortfall('truncated-text', detail);
  }

  #append(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) this.#line += 1;
  }
}
