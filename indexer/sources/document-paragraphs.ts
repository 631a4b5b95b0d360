import type { DocumentText, TableRow } from './document-text.ts';
import type { PassageRole } from './parser.ts';

interface Paragraph {
  readonly role: PassageRole;
  readonly level?: number | undefined;
  readonly text: string;
  readonly tight: boolean;
  /** Of a table: whether it names the columns. */
  readonly row?: TableRow | undefined;
}

/**
 * Adds what was read of a document whose pages exist only once it is laid out: its places are paragraph numbers.
 * Returns the heading it begins with, or ''.
 */
export function addParagraphs(
  text: DocumentText,
  paragraphs: readonly Paragraph[],
  hidden: Iterable<string>,
): string {
  for (const [index, { text: shown, role, level, tight, row }] of paragraphs.entries())
    text.add(shown, { role, level, tight, row, place: { line: index + 1 } });
  for (const piece of hidden) text.hide(piece);
  const [first] = paragraphs;
  return first?.role === 'heading' ? first.text : '';
}
