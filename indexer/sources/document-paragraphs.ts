import type { DocumentText } from './document-text.ts';
import type { PassageRole } from './parser.ts';

interface Paragraph {
  readonly role: PassageRole;
  readonly level?: number | undefined;
  readonly text: string;
  readonly tight: boolean;
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
  for (const [index, { text: shown, role, level, tight }] of paragraphs.entries())
    text.add(shown, { role, level, tight, place: { line: index + 1 } });
  for (const piece of hidden) text.hide(piece);
  const [first] = paragraphs;
  return first?.role === 'heading' ? first.text : '';
}
