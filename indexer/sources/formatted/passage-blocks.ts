import type { Formatted } from '#main/contract/formatted.ts';
import type { ParsedDocument, Passage } from '../parser.ts';
import { BlockList, type Shape } from './block-list.ts';

/** Between the cells of a row, as parsers of tables write it; there is nothing between two of them for an empty cell. */
const cellGap = / \|(?: |$)/;

/** The blocks of a document whose format has no reader of its own for its looks: by what its parser said each passage is. */
export function blocksOfPassages({ text, passages }: Pick<ParsedDocument, 'text' | 'passages'>): Formatted {
  const list = new BlockList();
  for (const passage of passages) {
    if (list.isFull) break;
    const content = text.slice(passage.start, passage.end);
    if (passage.role === 'table' && cellGap.test(content)) addRow(list, content, isHeader(passage, passages));
    else {
      if (list.isInTable) list.endTable();
      list.write(content, {}, true);
      list.end(shapeOf(passage));
    }
  }
  if (list.isInTable) list.endTable();
  return list.finish();
}

function addRow(list: BlockList, content: string, isHeader: boolean): void {
  if (isHeader && list.isInTable) list.endTable();
  if (!list.isInTable) list.beginTable();
  list.beginRow();
  for (const cell of content.split(/ \|(?= |$)/)) {
    list.write(cell.trim(), {}, true);
    list.endCell(isHeader);
  }
}

/** Rows below it point back to it. */
function isHeader({ start }: Passage, passages: readonly Passage[]): boolean {
  return passages.some(({ header }) => header?.start === start);
}

function shapeOf({ role, level }: Passage): Shape {
  switch (role) {
    case 'heading':
      return { kind: 'heading', level: level ?? 2 };
    case 'code':
      return { kind: 'code' };
    case 'list':
      return { kind: 'item', quoted: 0, depth: 1, marker: '' };
    case 'quoted':
      return { kind: 'paragraph', quoted: 1 };
    case 'paragraph':
    case 'signature':
    case 'table':
      return { kind: 'paragraph', quoted: 0 };
  }
}
