import type { Formatted, FormattedBlock, FormattedRow, Run } from '#main/contract/formatted.ts';

/** Nobody reads more at one place, and a page that draws more stalls. */
const mostChars = 1_000_000;
const mostBlocks = 20_000;

export type Look = Omit<Run, 'text'>;

/** What the next text begins. */
export type Shape =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'paragraph'; readonly quoted: number }
  | { readonly kind: 'item'; readonly quoted: number; readonly depth: number; readonly marker: string }
  | { readonly kind: 'code' };

/** Collects the blocks of a document as its reader comes upon them. */
export class BlockList {
  readonly #blocks: FormattedBlock[] = [];
  #runs: Run[] = [];
  /** Items that have their marker already. */
  readonly #begun = new WeakSet<Shape>();
  #rows: FormattedRow[] | null = null;
  #chars = 0;
  #truncated = false;

  get isFull(): boolean {
    return this.#truncated;
  }

  get isInTable(): boolean {
    return this.#rows !== null;
  }

  /** White space is kept where `isKept`, else what a page shows of it. */
  write(raw: string, look: Look, isKept: boolean): void {
    if (this.#truncated || raw === '') return;
    const before = this.#runs.at(-1)?.text ?? '';
    const collapsed = isKept ? raw : raw.replace(/[\s\u00a0]+/g, ' ');
    const text = !isKept && /(?:^|\s)$/.test(before) ? collapsed.replace(/^ /, '') : collapsed;
    if (text === '') return;
    this.#chars += text.length;
    if (this.#chars > mostChars) this.#truncated = true;
    const last = this.#runs.at(-1);
    if (last !== undefined && last.picture === undefined && isAlike(last, look))
      this.#runs.splice(-1, 1, { ...last, text: last.text + text });
    else this.#runs.push({ ...look, text });
  }

  /** Ends what was being written. */
  end(shape: Shape): void {
    if (this.#rows !== null) return;
    const runs = this.#takeRuns(shape.kind === 'code');
    if (runs.length === 0) return;
    if (shape.kind === 'code') this.#push({ kind: 'code', text: runs.map(({ text }) => text).join('') });
    else if (shape.kind === 'item' && this.#begun.has(shape)) this.#push({ ...shape, marker: '', runs });
    else this.#push({ ...shape, runs });
    this.#begun.add(shape);
  }

  rule(): void {
    if (this.#blocks.length > 0 && this.#blocks.at(-1)?.kind !== 'rule') this.#push({ kind: 'rule' });
  }

  beginTable(): void {
    this.#rows = [];
  }

  beginRow(): void {
    this.#rows?.push({ isHeader: true, cells: [] });
  }

  endCell(isHeader: boolean): void {
    const row = this.#rows?.at(-1);
    const runs = this.#takeRuns(false);
    if (row === undefined) return;
    this.#rows?.splice(-1, 1, { isHeader: row.isHeader && isHeader, cells: [...row.cells, runs] });
  }

  endTable(): void {
    const rows = (this.#rows ?? []).filter(({ cells }) => cells.some((cell) => cell.length > 0));
    this.#rows = null;
    this.#runs = [];
    if (rows.length > 0) this.#push({ kind: 'table', rows });
  }

  finish(): Formatted {
    return { blocks: this.#blocks, truncated: this.#truncated };
  }

  #takeRuns(isKept: boolean): Run[] {
    const runs = this.#runs;
    this.#runs = [];
    if (runs.every(({ text, picture }) => text.trim() === '' && picture === undefined)) return [];
    const [first] = runs;
    if (first !== undefined && !isKept) runs[0] = { ...first, text: first.text.trimStart() };
    const last = runs.at(-1);
    if (last !== undefined) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
    return runs.filter(({ text, picture }) => text !== '' || picture !== undefined);
  }

  #push(block: FormattedBlock): void {
    if (this.#blocks.length >= mostBlocks) this.#truncated = true;
    else this.#blocks.push(block);
  }
}

function isAlike({ text: _, ...a }: Run, b: Look): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.code === b.code &&
    a.struck === b.struck &&
    a.href === b.href &&
    b.picture === undefined
  );
}
