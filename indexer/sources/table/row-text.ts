/** Empty cells between two of a row that are kept, so that a reader can count columns; more say no more. */
const mostEmptyCells = 20;

/** A row in one line: its cells apart as tables of every format have them. */
export function rowText(cells: readonly string[]): string {
  const parts: string[] = [];
  let empty = 0;
  for (const cell of cells) {
    const shown = cell.replace(/\s+/g, ' ').trim();
    if (shown === '') empty += 1;
    else {
      if (parts.length > 0) for (let gap = Math.min(empty, mostEmptyCells); gap > 0; gap -= 1) parts.push('');
      empty = 0;
      parts.push(shown);
    }
  }
  return parts.join(' | ').replace(/ {2,}/g, ' ');
}
