/** What a scan of JSON meets, in order. `line` counts from 1. */
export type JsonToken =
  | { readonly type: 'open'; readonly shape: 'object' | 'array'; readonly line: number }
  | { readonly type: 'close' }
  | { readonly type: 'key'; readonly text: string }
  | { readonly type: 'string' | 'bare'; readonly text: string; readonly line: number }
  /** The text ends inside a string or before what was opened is closed. */
  | { readonly type: 'cut' };

/**
 * Reads JSON token by token with the line of each, which `JSON.parse` does not tell. Takes what its dialects allow:
 * comments, commas at the end, several values one after the other (JSON Lines), and what a broken download left.
 * A loop over one index: no depth of nesting makes it recurse.
 */
export function* scanJson(source: string): Iterable<JsonToken> {
  const scan = new Scan(source);
  for (let token = scan.next(); token !== null; token = scan.next()) yield token;
}

/** Stands for itself: a number, `true`, or a word that JSON has not got. */
const bareWord = /[^\s,:[\]{}"'/]+|[/']/y;
const blank = /[\s,:]+/y;

class Scan {
  readonly #source: string;
  readonly #open: ('object' | 'array')[] = [];
  #at = 0;
  #line = 1;
  /** Where the line ends: looked for once a line, since a file of one line may be the whole file. */
  #lineEnd: number;
  #ended = false;

  constructor(source: string) {
    this.#source = source;
    this.#lineEnd = source.indexOf('\n');
  }

  next(): JsonToken | null {
    this.#skipBlank();
    const first = this.#source.charAt(this.#at);
    if (first === '') return this.#end();
    const line = this.#lineNow();
    if (first === '{' || first === '[') {
      this.#at += 1;
      const shape = first === '{' ? 'object' : 'array';
      this.#open.push(shape);
      return { type: 'open', shape, line };
    }
    if (first === '}' || first === ']') {
      this.#at += 1;
      this.#open.pop();
      return { type: 'close' };
    }
    return first === '"' ? this.#string(line) : this.#bare(line);
  }

  #end(): JsonToken | null {
    if (this.#ended || this.#open.length === 0) return null;
    this.#ended = true;
    return { type: 'cut' };
  }

  #skipBlank(): void {
    for (;;) {
      blank.lastIndex = this.#at;
      if (blank.test(this.#source)) this.#at = blank.lastIndex;
      const end = this.#commentEnd();
      if (end === null) return;
      this.#at = end === -1 ? this.#source.length : end;
    }
  }

  #commentEnd(): number | null {
    if (this.#source.startsWith('//', this.#at)) return this.#source.indexOf('\n', this.#at);
    if (!this.#source.startsWith('/*', this.#at)) return null;
    const end = this.#source.indexOf('*/', this.#at + 2);
    return end === -1 ? -1 : end + 2;
  }

  #string(line: number): JsonToken {
    let end = this.#at + 1;
    for (let code = this.#source.charCodeAt(end); code !== 0x22; code = this.#source.charCodeAt(end)) {
      if (Number.isNaN(code)) break;
      end += code === 0x5c ? 2 : 1;
    }
    const text = unescaped(this.#source.slice(this.#at + 1, end));
    this.#at = Math.min(end + 1, this.#source.length);
    return this.#isKey() ? { type: 'key', text } : { type: 'string', text, line };
  }

  #bare(line: number): JsonToken {
    bareWord.lastIndex = this.#at;
    const text = bareWord.exec(this.#source)?.[0] ?? this.#source.charAt(this.#at);
    this.#at += text.length;
    return this.#isKey() ? { type: 'key', text } : { type: 'bare', text, line };
  }

  #isKey(): boolean {
    if (this.#open.at(-1) !== 'object') return false;
    let at = this.#at;
    while (' \t\n'.includes(this.#source.charAt(at)) && at < this.#source.length) at += 1;
    return this.#source.charAt(at) === ':';
  }

  #lineNow(): number {
    while (this.#lineEnd !== -1 && this.#lineEnd < this.#at) {
      this.#line += 1;
      this.#lineEnd = this.#source.indexOf('\n', this.#lineEnd + 1);
    }
    return this.#line;
  }
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\n'],
  ['b', ''],
  ['f', '\n'],
]);

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_all, code: string | undefined, letter = '') =>
    code === undefined ? (escapes.get(letter) ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
