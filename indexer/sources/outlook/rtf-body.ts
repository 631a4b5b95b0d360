import { labelOfCodePage } from './code-page.ts';

/** Groups inside groups: against `{` without end. */
const deepestGroup = 2_000;

/** Destinations whose text is no part of the body. */
const silentDestinations = new Set(
  'fonttbl colortbl stylesheet info pict object themedata colorschememapping listtable listoverridetable generator datastore latentstyles header footer headerl headerr footerl footerr fldinst xmlnstbl rsidtbl filetbl revtbl'.split(
    ' ',
  ),
);
const controlText: ReadonlyMap<string, string> = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['row', '\n'],
  ['cell', '\t'],
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
]);
/** One token: a hex byte, a control word with its number, a control symbol, a brace, or text. */
const token = /\\'([0-9a-f]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;

interface Group {
  readonly silent: boolean;
  /** Inside `\*\htmltag`: markup of the HTML that the rich text was made of. */
  readonly markup: boolean;
  /** Inside `\htmlrtf`: rich text that the HTML does not have. */
  readonly richOnly: boolean;
  /** Characters that stand for a `\u` character in old readers. */
  readonly fallback: number;
}

/** What a rich-text body says: the HTML that it encloses (MS-OXRTFEX), or its plain text. */
export function rtfBody(rtf: string): { readonly html: string } | { readonly plain: string } {
  const isHtml = /^.{0,400}\\fromhtml1\b/is.test(rtf);
  const text = new RtfReader(isHtml).read(rtf);
  return isHtml ? { html: text } : { plain: text };
}

class RtfReader {
  readonly #isHtml: boolean;
  readonly #parts: string[] = [];
  readonly #outer: Group[] = [];
  #group: Group = { silent: false, markup: false, richOnly: false, fallback: 1 };
  #bytes: number[] = [];
  #codePage = 'windows-1252';
  #skip = 0;
  #starred = false;

  constructor(isHtml: boolean) {
    this.#isHtml = isHtml;
  }

  read(rtf: string): string {
    for (const [, hex, word, number, symbol, brace, text] of rtf.matchAll(token)) {
      if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (word !== undefined) this.#control(word.toLowerCase(), number);
      else if (symbol !== undefined) this.#symbol(symbol);
      else if (brace !== undefined) this.#brace(brace);
      else if (text !== undefined) this.#text(text);
    }
    this.#flushBytes();
    return this.#parts.join('');
  }

  #brace(brace: string): void {
    this.#skip = 0;
    if (brace === '{') {
      if (this.#outer.length < deepestGroup) this.#outer.push(this.#group);
    } else this.#group = this.#outer.pop() ?? this.#group;
  }

  #symbol(symbol: string): void {
    if (symbol === '*') this.#starred = true;
    else if (symbol === '~') this.#text(' ');
    else if (symbol === '_') this.#text('-');
    else if (symbol === '\n' || symbol === '\r') this.#text('\n');
    else if ('\\{}'.includes(symbol)) this.#text(symbol);
  }

  #control(word: string, number: string | undefined): void {
    const starred = this.#starred;
    this.#starred = false;
    if (word === 'ansicpg') this.#codePage = labelOfCodePage(Number(number)) ?? 'windows-1252';
    else if (word === 'uc')
      this.#group = { ...this.#group, fallback: Math.min(10, Math.max(0, Number(number))) };
    else if (word === 'u') this.#unicode(Number(number));
    else if (word === 'htmlrtf') this.#group = { ...this.#group, richOnly: number !== '0' };
    else if (word === 'htmltag') this.#group = { ...this.#group, markup: true };
    else if (starred || silentDestinations.has(word)) this.#group = { ...this.#group, silent: true };
    else if (!this.#group.markup) this.#text(controlText.get(word) ?? '');
  }

  #unicode(code: number): void {
    if (!Number.isInteger(code)) return;
    this.#text(String.fromCharCode(code & 0xffff));
    this.#skip = this.#group.fallback;
  }

  #byte(byte: number): void {
    if (this.#skip > 0) this.#skip -= 1;
    else if (this.#isShown) this.#bytes.push(byte);
  }

  #text(text: string): void {
    if (text === '') return;
    const skipped = Math.min(this.#skip, text.length);
    this.#skip -= skipped;
    if (!this.#isShown) return;
    this.#flushBytes();
    this.#parts.push(text.slice(skipped));
  }

  get #isShown(): boolean {
    return !this.#group.silent && !(this.#isHtml && this.#group.richOnly);
  }

  /** Bytes of one character may follow each other: they are decoded together. */
  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    this.#parts.push(new TextDecoder(this.#codePage).decode(Uint8Array.from(this.#bytes)));
    this.#bytes = [];
  }
}
