import type { PassageRole } from '../parser.ts';

/** A line of an Org file that a reader sees. */
export interface OrgLine {
  readonly role: PassageRole;
  readonly level?: number;
  readonly text: string;
  /** In the file, counting from 1. */
  readonly line: number;
  readonly startsBlock: boolean;
}

export interface OrgNote {
  readonly lines: readonly OrgLine[];
  /** `#+TITLE:` and its like, by lower-case name. */
  readonly keywords: ReadonlyMap<string, string>;
  readonly tags: readonly string[];
  readonly comments: readonly string[];
}

/** Keywords that stand for themselves in the text; all others are settings of the program. */
const shownKeywords = new Set(['subtitle', 'caption', 'description']);
const heading = /^(\*+)[ \t]+(.*?)(?:[ \t]+:([\p{L}\p{N}_@#%:]{1,200}):)?[ \t]*$/u;
const keyword = /^[ \t]*#\+([\w-]{1,50}):[ \t]*(.*)$/;
const blockMark = /^[ \t]*#\+(begin|end)_(\w{1,30})/i;
/** Drawers are folded away, logs and properties of the program. */
const drawer = /^[ \t]*:([\w-]{1,50}):[ \t]*$/;

/** Reads Org mode's outline (orgmode.org/worg/org-syntax.html) line by line: markup gone, places kept. */
export function readOrg(source: readonly string[]): OrgNote {
  const reader = new OrgReader();
  const lastDrawerEnd = source.findLastIndex((line) => /^[ \t]*:END:[ \t]*$/i.test(line));
  for (const [index, line] of source.entries()) reader.take(line, index + 1, index < lastDrawerEnd);
  return reader;
}

class OrgReader implements OrgNote {
  readonly lines: OrgLine[] = [];
  readonly keywords = new Map<string, string>();
  readonly comments: string[] = [];
  readonly #tags = new Set<string>();
  #inDrawer = false;
  /** The name of the block that is open: in code and examples nothing is markup. */
  #block: string | null = null;
  #startsBlock = true;

  get tags(): readonly string[] {
    return [...this.#tags];
  }

  take(line: string, number: number, mayClose: boolean): void {
    const mark = blockMark.exec(line);
    if (this.#block !== null) this.#inBlock(line, number, mark);
    else if (mark !== null && mark[1]?.toLowerCase() === 'begin') {
      this.#block = mark[2]?.toLowerCase() ?? '';
      this.#startsBlock = true;
    } else if (this.#inDrawer) this.#inDrawer = !/^[ \t]*:END:[ \t]*$/i.test(line) && !heading.test(line);
    else if (drawer.test(line) && mayClose) this.#inDrawer = true;
    else if (line.trim() === '') this.#startsBlock = true;
    else this.#plain(line, number);
  }

  #inBlock(line: string, number: number, mark: RegExpExecArray | null): void {
    if (mark?.[1]?.toLowerCase() === 'end' && mark[2]?.toLowerCase() === this.#block) {
      this.#block = null;
      this.#startsBlock = true;
    } else if (this.#block === 'comment') this.comments.push(line);
    else if (line.trim() === '') this.#startsBlock = true;
    else if (this.#block === 'src' || this.#block === 'example') this.#add('code', line, number);
    else this.#add('paragraph', withoutMarkup(line), number);
  }

  #plain(line: string, number: number): void {
    const head = heading.exec(line);
    const [, name, value = ''] = keyword.exec(line) ?? [];
    if (head !== null) this.#heading(head, number);
    else if (name !== undefined) this.#keyword(name.toLowerCase(), value, number);
    else if (/^[ \t]*#(?:\s|$)/.test(line)) this.comments.push(line.trim().slice(1));
    else if (/^[ \t]*\|/.test(line)) this.#row(line, number);
    else if (/^[ \t]*: /.test(line)) this.#add('code', line.replace(/^[ \t]*: /, ''), number);
    else if (/^[ \t]*(?:[-+]|\d{1,9}[.)]|[ \t]\*)[ \t]/.test(line))
      this.#add('list', withoutMarkup(line), number);
    else if (!/^[ \t]*-{5,}[ \t]*$/.test(line)) this.#add('paragraph', withoutMarkup(line), number);
  }

  #heading(match: RegExpExecArray, number: number): void {
    const [, stars = '*', title = '', tags = ''] = match;
    for (const tag of tags.split(':')) this.#tag(tag);
    this.#startsBlock = true;
    this.#add(
      'heading',
      withoutMarkup(title.replace(/\[#\w\][ \t]*/, '')),
      number,
      Math.min(stars.length, 6),
    );
    this.#startsBlock = true;
  }

  #keyword(name: string, value: string, number: number): void {
    if (!this.keywords.has(name)) this.keywords.set(name, value.trim());
    if (name === 'filetags') for (const tag of value.split(/[\s:]+/)) this.#tag(tag);
    if (shownKeywords.has(name)) this.#add('paragraph', withoutMarkup(value), number);
  }

  #row(line: string, number: number): void {
    if (/^[ \t]*\|-/.test(line)) return;
    const cells = line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|');
    this.#add('table', cells.map((cell) => withoutMarkup(cell).trim()).join(' | '), number);
  }

  #tag(tag: string): void {
    if (tag !== '' && this.#tags.size < 200) this.#tags.add(tag);
  }

  #add(role: PassageRole, text: string, line: number, level?: number): void {
    const entry = { role, text, line, startsBlock: this.#startsBlock };
    this.lines.push(level === undefined ? entry : { ...entry, level });
    this.#startsBlock = false;
  }
}

/** Links by their words, emphasis and code without their marks. */
function withoutMarkup(text: string): string {
  return text
    .replace(
      /\[\[([^[\]]{1,2000})\](?:\[([^[\]]{1,2000})\])?\]/g,
      (_all, target: string, words?: string) => words ?? target.replace(/^(?:file|id|fuzzy):/, ''),
    )
    .replace(/(?<![\p{L}\p{N}])([*/_=~+])(?=\S)([^*/_=~+\n]{1,500})(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2');
}
