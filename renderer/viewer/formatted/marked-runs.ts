import type { FormattedBlock, Run } from '#main/contract/formatted.ts';
import type { Extent } from '../blocks.ts';
import { findLetters, lettersOf } from '../letters.ts';

/** Something of a block that is drawn as one text. */
type Piece = Run | Extract<FormattedBlock, { readonly kind: 'code' }>;

/** For each piece the stretch of it that is quoted, and the first block with such a piece; -1 for none. */
export interface MarkedRuns {
  readonly marks: ReadonlyMap<Piece, Extent>;
  readonly firstBlock: number;
}

/** Finds a quote among the blocks of a document by its letters, since text and looks were read apart. */
export function markedRuns(blocks: readonly FormattedBlock[], quote: string, nth: number): MarkedRuns {
  const placed: { piece: Piece | null; text: string; block: number }[] = [];
  for (const [block, each] of blocks.entries())
    for (const { piece, text } of piecesOf(each)) placed.push({ piece, text, block });
  const extents = findLetters(lettersOf(placed.map(({ text }) => text).join('')), quote, nth);
  const marks = new Map<Piece, Extent>();
  let firstBlock = -1;
  let start = 0;
  for (const { piece, text, block } of placed) {
    const end = start + text.length;
    for (const extent of extents) {
      const from = Math.max(extent.start, start);
      const to = Math.min(extent.end, end);
      if (to <= from || piece === null) continue;
      if (firstBlock < 0) firstBlock = block;
      marks.set(piece, { start: from - start, end: to - start });
    }
    start = end;
  }
  return { marks, firstBlock };
}

/** The marker of an item counts too: a numbered one is part of a quote. */
function* piecesOf(block: FormattedBlock): Iterable<{ readonly piece: Piece | null; readonly text: string }> {
  switch (block.kind) {
    case 'code':
      yield { piece: block, text: block.text };
      return;
    case 'rule':
      return;
    case 'table':
      for (const { cells } of block.rows)
        for (const cell of cells) for (const run of cell) yield { piece: run, text: run.text };
      return;
    case 'item':
      yield { piece: null, text: block.marker };
      for (const run of block.runs) yield { piece: run, text: run.text };
      return;
    case 'heading':
    case 'paragraph':
      for (const run of block.runs) yield { piece: run, text: run.text };
  }
}
