import type { HtmlBlock } from '../html/reading.ts';
import { Unreadable } from '../parser.ts';
import { decodeBytes } from './code-pages.ts';
import { Flow } from './flow.ts';
import { Info } from './info.ts';
import { lexRtf, type RtfHandler } from './lexer.ts';
import { applyFormat, type Destination, isUnseen, outermost, type Scope } from './scope.ts';
import { ColorTable, FontTable, levelOfOutline, StyleTable } from './tables.ts';
import { characters, collectingGroups, skippedGroups, starredText } from './words.ts';

/** Groups inside each other: real files stay under fifty, and each open one takes memory. */
const deepestGroups = 50_000;
/** Notes and text boxes of one file. */
const mostFlows = 20_000;

export interface RtfReading {
  readonly blocks: readonly HtmlBlock[];
  readonly hidden: readonly string[];
  readonly info: Info;
  /** False where the file breaks off. */
  readonly isWhole: boolean;
}

/** Reads a Rich Text file (Rich Text Format 1.9.1) as a person sees it. Throws `Unreadable` corrupt. */
export function readRtf(bytes: Uint8Array): RtfReading {
  const reader = new RtfReader(bytes);
  lexRtf(bytes, reader);
  return reader.finish();
}

class RtfReader implements RtfHandler {
  readonly #main = new Flow();
  readonly #boxes: Flow[] = [];
  readonly #notes: Flow[] = [];
  readonly #hidden: string[] = [];
  readonly #info = new Info();
  readonly #fonts = new FontTable();
  readonly #styles = new StyleTable();
  readonly #colors = new ColorTable();
  readonly #whiteHides: boolean;
  readonly #outer: Scope[] = [];
  #scope = outermost(this.#main);
  #collected = '';
  #pending: number[] = [];
  #toSkip = 0;
  #isWhole = false;

  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // White text counts as hidden only where nothing is shaded: it is often set on a dark cell.
    const shades = ['cbpat', '\\highlight', '\\shading', '\\background', 'cfpat'];
    this.#whiteHides = !shades.some((word) => buffer.includes(word));
  }

  open(): void {
    this.#flush();
    this.#toSkip = 0;
    if (this.#outer.length >= deepestGroups)
      throw new Unreadable('failed', 'corrupt', 'its groups never end');
    this.#outer.push(this.#scope);
    this.#scope = { ...this.#scope, isStarred: false };
  }

  close(): boolean {
    this.#flush();
    this.#toSkip = 0;
    const outer = this.#outer.pop();
    if (outer === undefined) return false;
    if (this.#scope.destination !== outer.destination) this.#endGroup(this.#scope.destination, outer);
    this.#scope = outer;
    this.#isWhole = this.#outer.length === 0;
    return !this.#isWhole;
  }

  byte(value: number): void {
    const { destination } = this.#scope;
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else if (destination === 'colors' && value === 0x3b) this.#colors.endEntry();
    else if (destination !== 'skip' && destination !== 'info' && destination !== 'colors')
      this.#pending.push(value);
  }

  control(word: string, value: number | null): void {
    if (word !== 'u' && this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#flush();
    if (word === '*') this.#scope.isStarred = true;
    else if (!this.#opensGroup(word) && this.#scope.destination !== 'skip') this.#apply(word, value);
  }

  finish(): RtfReading {
    this.#flush();
    const notes = this.#notes.flatMap((note, index) => note.finish(`[${index + 1}] `));
    return {
      blocks: [...this.#main.finish(''), ...this.#boxes.flatMap((box) => box.finish('')), ...notes],
      hidden: this.#hidden,
      info: this.#info,
      isWhole: this.#isWhole,
    };
  }

  /** True for a word that says what its group is. */
  #opensGroup(word: string): boolean {
    const scope = this.#scope;
    const wasStarred = scope.isStarred;
    scope.isStarred = false;
    // The Unicode twin of a group that is given for older programs too.
    if (word === 'ud' && wasStarred) scope.destination = this.#outer.at(-2)?.destination ?? 'text';
    else if (scope.destination === 'skip') return true;
    else if (collectingGroups.has(word)) {
      scope.destination = collectingGroups.get(word) ?? 'skip';
      this.#collected = '';
    } else if (word === 'footnote') this.#note();
    else if (word === 'shptxt' || word === 'dptxbxtext') this.#box();
    else if (skippedGroups.has(word) || (wasStarred && !starredText.has(word))) scope.destination = 'skip';
    else return false;
    return true;
  }

  #note(): void {
    if (this.#scope.destination !== 'text' || this.#notes.length >= mostFlows) return;
    const note = new Flow();
    this.#notes.push(note);
    this.#scope.flow.write(`[${this.#notes.length}]`);
    this.#scope.flow = note;
  }

  #box(): void {
    if (this.#scope.destination !== 'text' || this.#boxes.length >= mostFlows) return;
    const box = new Flow();
    this.#boxes.push(box);
    this.#scope.flow = box;
  }

  #endGroup(destination: Destination, outer: Scope): void {
    if (destination === 'marker') outer.flow.marker = this.#collected;
    else if (destination === 'hidden') this.#hidden.push(this.#collected);
    else if (destination === 'title') this.#info.title = this.#collected;
    else if (destination === 'author') this.#info.author = this.#collected;
    this.#collected = '';
  }

  #apply(word: string, value: number | null): void {
    const { destination } = this.#scope;
    if (word === 'u') this.#unicode(value ?? 0);
    else if (destination === 'fonts') this.#fonts.control(word, value);
    else if (destination === 'styles') this.#styles.control(word, value);
    else if (destination === 'colors') this.#colors.control(word, value);
    else if (destination === 'created') this.#info.time(word, value);
    else if (word === 'ansicpg' || word === 'mac' || word === 'deff') this.#fontDefault(word, value);
    else if (applyFormat(this.#scope, word, value, (color) => this.#colors.isWhite(color))) return;
    else if (characters.has(word)) this.#write(characters.get(word) ?? '');
    else if (destination === 'text') this.#layout(word, value);
  }

  #fontDefault(word: string, value: number | null): void {
    if (word === 'deff') this.#fonts.defaultFont = value ?? 0;
    else this.#fonts.setCodePage(word === 'mac' ? 10_000 : (value ?? 1252));
  }

  #layout(word: string, value: number | null): void {
    const { flow } = this.#scope;
    if (word === 'par' || word === 'sect' || word === 'page' || word === 'column') flow.endParagraph();
    else if (word === 'line' || word === 'lbr') flow.breakLine();
    else if (word === 'cell' || word === 'nestcell') flow.nextCell();
    else if (word === 'row' || word === 'nestrow') flow.endRow();
    else if (word === 'pard') flow.resetParagraph();
    else if (word === 'intbl') flow.inTable = true;
    else if (word === 'ilvl') flow.listDepth = value ?? 0;
    else if (word === 's') flow.headingLevel = this.#styles.levelOf(value ?? 0);
    else if (word === 'outlinelevel') flow.headingLevel = levelOfOutline(value);
  }

  /** Negative where the number is over 32,767; what follows repeats the character for older programs. */
  #unicode(value: number): void {
    if (this.#scope.destination !== 'info') this.#write(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#scope.standIns;
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const text = decodeBytes(this.#pending, this.#fonts.labelOf(this.#scope.font));
    this.#pending = [];
    this.#write(text);
  }

  #write(text: string): void {
    const { destination, flow } = this.#scope;
    if (destination === 'styles') this.#styles.text(text);
    else if (destination !== 'text') this.#collected += text;
    else if (isUnseen(this.#scope) && (!this.#onlyWhite() || this.#whiteHides)) this.#hidden.push(text);
    else flow.write(text);
  }

  #onlyWhite(): boolean {
    return !isUnseen({ ...this.#scope, isWhite: false });
  }
}
