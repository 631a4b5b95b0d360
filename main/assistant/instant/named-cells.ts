import { headerAbove } from './candidates.ts';
import { oneLine } from './one-line.ts';

/** A row of a table as it is shown, each cell after the name of its column. */
export interface NamedCells {
  readonly text: string;
  /** Where an offset of the row's own line stands in the text. */
  at(offset: number): number;
}

const between = ' | ';

/**
 * "Mateo | 2004" under "driver | licence since" as "driver: Mateo | licence since: 2004"; null for what is no row, or
 * where the first row of its table names no columns: it has another number of cells, or figures itself. Offsets are
 * UTF-16, into the document's text.
 */
export function namedCells(text: string, start: number, end: number): NamedCells | null {
  const header = headerAbove(text, start, end);
  if (header === null) return null;
  const names = cellsOf(text.slice(header.start, header.end));
  const cells = cellsOf(text.slice(start, end));
  if (names.length !== cells.length || names.some((name) => /\d/.test(name))) return null;
  const labels = names.map((name) => (name === '' ? '' : `${name}: `));
  return {
    text: cells.map((cell, index) => `${labels[index] ?? ''}${cell}`).join(between),
    at(offset) {
      let begun = 0;
      let added = 0;
      for (const [index, cell] of cells.entries()) {
        if (begun > offset) break;
        added += labels[index]?.length ?? 0;
        begun += cell.length + between.length;
      }
      return offset + added;
    },
  };
}

function cellsOf(row: string): string[] {
  return oneLine(row).split(between);
}
