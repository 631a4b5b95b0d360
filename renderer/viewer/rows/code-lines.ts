import type { PlacedRange } from '#main/contract/document.ts';

/** A line of a file, and where its text stands in the document's; an empty one has none. */
export interface CodeLine {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Beyond this, empty lines between two that are not are told by their numbers alone. */
const mostEmpty = 100;

/** The lines of a document whose passages are lines of its file, with the empty ones between them. */
export function codeLines(text: string, places: readonly PlacedRange[]): readonly CodeLine[] {
  const lines: CodeLine[] = [];
  for (const { start, end, place } of places) {
    if (!('line' in place)) continue;
    let number = place.line;
    const before = lines.at(-1)?.number ?? 0;
    for (let empty = Math.max(before + 1, number - mostEmpty); empty < number; empty += 1)
      lines.push({ number: empty, start, end: start });
    let at = start;
    for (const line of text.slice(start, end).split('\n')) {
      lines.push({ number, start: at, end: at + line.length });
      at += line.length + 1;
      number += 1;
    }
  }
  return lines;
}
