import type { DocumentText } from '../document-text.ts';
import { isEncodedData } from '../encoded-data.ts';
import { type JsonToken, scanJson } from './scan.ts';

/** Deeper levels are shown at this one: against a text of nothing but indentation. */
const deepestIndent = 8;

interface Level {
  readonly shape: 'object' | 'array';
  key: string | null;
}

/**
 * Adds JSON the way a person would write it down: `key: value` a line, nested values indented, records of a list apart.
 * Returns false where the text ends before its values do.
 */
export function addJson(text: DocumentText, source: string): boolean {
  const writer = new JsonWriter(text);
  for (const token of scanJson(source)) {
    if (token.type === 'cut') return false;
    writer.take(token);
    if (text.truncated) break;
  }
  return true;
}

class JsonWriter {
  readonly #text: DocumentText;
  readonly #levels: Level[] = [];
  /** True where the next line belongs to the record before it. */
  #tight = false;

  constructor(text: DocumentText) {
    this.#text = text;
  }

  take(token: JsonToken): void {
    if (token.type === 'open') this.#open(token.shape, token.line);
    else if (token.type === 'close') this.#close();
    else if (token.type === 'key') this.#name(token.text);
    else if (token.type === 'string') this.#value(token.text, token.line);
    else if (token.type === 'bare' && token.text !== 'null') this.#value(token.text, token.line);
  }

  #open(shape: Level['shape'], line: number): void {
    const outer = this.#levels.at(-1);
    if (outer === undefined || (outer.shape === 'array' && shape === 'object')) this.#tight = false;
    const key = this.#takeKey();
    if (key !== '') this.#add(`${key}:`, line);
    this.#levels.push({ shape, key: null });
  }

  #close(): void {
    const closed = this.#levels.pop();
    if (closed?.shape === 'object' && this.#levels.at(-1)?.shape !== 'object') this.#tight = false;
  }

  #name(key: string): void {
    const level = this.#levels.at(-1);
    if (level !== undefined) level.key = key;
  }

  #value(value: string, line: number): void {
    const key = this.#takeKey();
    if (value.trim() === '' || isEncodedData(value)) return;
    const inArray = this.#levels.at(-1)?.shape === 'array';
    this.#add(key !== '' ? `${key}: ${value}` : inArray ? `- ${value}` : value, line);
  }

  #takeKey(): string {
    const level = this.#levels.at(-1);
    const key = level?.key ?? '';
    if (level !== undefined) level.key = null;
    return key;
  }

  #add(shown: string, line: number): void {
    const indent = '  '.repeat(Math.min(Math.max(0, this.#levels.length - 1), deepestIndent));
    this.#text.add(indent + shown, { role: 'list', place: { line }, tight: this.#tight });
    this.#tight = true;
  }
}
