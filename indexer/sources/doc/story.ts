import { Flow } from '../rtf/flow.ts';
import { fieldText } from './fields.ts';
import type { ParagraphFormat } from './runs.ts';

const cellMark = 0x07;
const lineBreak = 0x0b;
const pageBreak = 0x0c;
const paragraphMark = 0x0d;
const noteReference = 0x02;
const [fieldBegin, fieldSeparator, fieldEnd] = [0x13, 0x14, 0x15];
/** Fields inside fields: tables of contents nest three deep. */
const deepestFields = 100;

/** What a document says of its characters, by their position in the whole text. */
export interface StoryText {
  readonly text: string;
  /** Null in documents of Word 6 and 95, whose properties are not read. */
  readonly formatAt: ((position: number) => ParagraphFormat | undefined) | null;
  readonly isHidden: (position: number) => boolean;
}

/** Reads stretches of a document's text, each into paragraphs ([MS-DOC] 2.4.1, and 2.4.3 for tables). */
export class StoryReader {
  readonly hidden: string[] = [];
  readonly #source: StoryText;
  #noteCount = 0;
  #shown: string[] = [];
  #unseen: string[] = [];
  /** The instruction of each open field; null once its result has begun. */
  #fields: (string | null)[] = [];

  constructor(source: StoryText) {
    this.#source = source;
  }

  /** Text from `from` to `to`, marking where notes are referred to. */
  read(from: number, to: number): Flow {
    const flow = new Flow();
    const { text } = this.#source;
    const end = Math.min(to, text.length);
    this.#fields = [];
    for (let at = from; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (code === paragraphMark || code === pageBreak || code === cellMark) this.#end(flow, at, code);
      else this.#character(code, at);
    }
    this.#end(flow, end, paragraphMark);
    return flow;
  }

  /** Notes, each of which begins with its own number. */
  readNotes(from: number, to: number): Flow[] {
    const { text } = this.#source;
    const notes: Flow[] = [];
    const end = Math.min(to, text.length);
    let start = from;
    while (start < end) {
      const next = text.indexOf(String.fromCharCode(noteReference), start + 1);
      const stop = next === -1 || next > end ? end : next;
      const begins = text.charCodeAt(start) === noteReference;
      notes.push(this.read(begins ? start + 1 : start, stop));
      start = stop;
    }
    return notes;
  }

  #character(code: number, at: number): void {
    if (code === fieldBegin && this.#fields.length < deepestFields) this.#fields.push('');
    else if (code === fieldSeparator && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = null;
    else if (code === fieldEnd) {
      const instruction = this.#fields.pop() ?? null;
      if (instruction !== null && !this.#inInstruction()) this.#write(fieldText(instruction), at);
    } else if (this.#inInstruction()) this.#instruct(code);
    else if (code === noteReference) this.#write(`[${this.#countNote()}]`, at);
    else if (code === lineBreak) this.#write('\n', at);
    else if (code === 0x1e) this.#write('\u2011', at);
    else if (code >= 0x20 || code === 0x09) this.#write(String.fromCharCode(code), at);
  }

  #countNote(): number {
    this.#noteCount += 1;
    return this.#noteCount;
  }

  #inInstruction(): boolean {
    return this.#fields.some((instruction) => instruction !== null);
  }

  /** Longer instructions than this say nothing that is read. */
  #instruct(code: number): void {
    const last = this.#fields.at(-1);
    if (typeof last === 'string' && last.length < 500)
      this.#fields[this.#fields.length - 1] = last + String.fromCharCode(code);
  }

  #write(text: string, at: number): void {
    if (this.#source.isHidden(at)) this.#unseen.push(text);
    else this.#shown.push(text);
  }

  #end(flow: Flow, at: number, mark: number): void {
    const text = this.#shown.join('');
    const unseen = this.#unseen.join('');
    this.#shown = [];
    this.#unseen = [];
    if (unseen.trim() !== '') this.hidden.push(unseen);
    const format = this.#source.formatAt?.(at);
    flow.inTable = mark === cellMark || (format?.inTable ?? false);
    flow.headingLevel = format?.headingLevel ?? 0;
    flow.listDepth = format?.listDepth ?? 0;
    flow.marker = format?.isListItem === true ? '-' : null;
    const endsRow = this.#source.formatAt === null ? text === '' : (format?.endsRow ?? false);
    flow.write(text);
    if (mark === cellMark && endsRow) flow.endRow();
    else if (mark === cellMark) flow.nextCell();
    else flow.endParagraph();
  }
}
