import type { Place } from '#main/contract/document.ts';
import type { DocumentText } from '../document-text.ts';
import type { BodyLine } from './body-line.ts';
import { isSignatureMark } from './plain-body.ts';
import type { PlacedLine } from './quotations.ts';

/** Adds a body to a mail's text; returns its lines with where they stand. `place`: null for the lines of the text itself. */
export function addLines(text: DocumentText, lines: readonly BodyLine[], place: Place | null): PlacedLine[] {
  const startsText = text.length === 0;
  const placed: PlacedLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (isSignatureMark(line.text)) continue;
    const before = text.passages.length;
    const tight = line.tight && (index > 0 || startsText);
    text.add(line.text, { role: line.role, level: line.level, tight, row: line.row, place });
    const passage = text.passages[before];
    if (passage !== undefined) placed.push({ ...line, place: passage.place });
  }
  return placed;
}
