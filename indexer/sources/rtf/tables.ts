import { labelOfCharset, labelOfCodePage } from './code-pages.ts';

/** Entries of a table: against files that define fonts without end. */
const mostEntries = 10_000;

/** The code page of each font, named in the font table. */
export class FontTable {
  #documentLabel = 'windows-1252';
  defaultFont = -1;
  readonly #labels = new Map<number, string>();
  #font = 0;

  setCodePage(codePage: number): void {
    this.#documentLabel = labelOfCodePage(codePage);
  }

  control(word: string, value: number | null): void {
    if (word === 'f') this.#font = value ?? 0;
    else if (this.#labels.size >= mostEntries) return;
    else if (word === 'fcharset') this.#set(labelOfCharset(value ?? 0));
    else if (word === 'cpg') this.#set(labelOfCodePage(value ?? 0));
  }

  labelOf(font: number): string {
    return this.#labels.get(font === -1 ? this.defaultFont : font) ?? this.#documentLabel;
  }

  #set(label: string | undefined): void {
    if (label !== undefined) this.#labels.set(this.#font, label);
  }
}

/** The heading level of each style, by its outline level or its English name. */
export class StyleTable {
  readonly #levels = new Map<number, number>();
  #style = 0;

  control(word: string, value: number | null): void {
    if (word === 's') this.#style = value ?? 0;
    else if (word === 'outlinelevel') this.#set(levelOfOutline(value));
  }

  text(text: string): void {
    if (/^\s*(?:title|titel|titre|título)\s*;/i.test(text)) this.#set(1);
    const heading = /^\s*heading (\d)\s*(?:,[^;]*)?;/i.exec(text)?.[1];
    if (heading !== undefined) this.#set(Math.min(6, Number(heading)));
    if (text.includes(';')) this.#style = 0;
  }

  levelOf(style: number): number {
    return this.#levels.get(style) ?? 0;
  }

  #set(level: number): void {
    if (level > 0 && this.#style > 0 && this.#levels.size < mostEntries) this.#levels.set(this.#style, level);
  }
}

/** 1 to 6; 0 for body text, which has outline level 9. */
export function levelOfOutline(value: number | null): number {
  return value === null || value < 0 || value > 8 ? 0 : Math.min(6, value + 1);
}

/** Which colours are white. */
export class ColorTable {
  readonly #white = new Set<number>();
  #count = 0;
  #channels = 0;

  control(word: string, value: number | null): void {
    if ((word === 'red' || word === 'green' || word === 'blue') && value === 255) this.#channels += 1;
  }

  endEntry(): void {
    if (this.#channels === 3 && this.#count < mostEntries) this.#white.add(this.#count);
    this.#count += 1;
    this.#channels = 0;
  }

  isWhite(color: number): boolean {
    return this.#white.has(color);
  }
}
