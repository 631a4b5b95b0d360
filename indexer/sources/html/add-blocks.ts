import type { DocumentText } from '../document-text.ts';
import type { HtmlReading } from './reading.ts';

/**
 * Adds what was read of a page. Blocks are placed by their source line plus `linesBefore`;
 * those without one by their line in the text.
 */
export function addBlocks(text: DocumentText, { blocks, hidden }: HtmlReading, linesBefore = 0): void {
  for (const { role, level, text: shown, line, tight, row } of blocks)
    text.add(shown, { role, level, tight, row, place: line > 0 ? { line: linesBefore + line } : null });
  for (const piece of hidden) text.hide(piece);
}
