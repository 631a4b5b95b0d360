/** A line as its writer meant it: wrapped lines are joined again. */
export interface LogicalLine {
  readonly text: string;
  /** Of its first line, counting from 1. */
  readonly line: number;
}

/** Programs wrap text at 60 to 100 columns; a shorter text was broken by its writer. */
const narrowestWrap = 50;
const widestWrap = 110;

/** Lines that stand for themselves: list items, headings, indented or quoted text, table rows, fields of a form. */
const standsAlone = /^\s*(?:[-*+•–—]\s|\d{1,3}[.)]\s|[>|#]|\s{4}|[-=_*~]{3,}$|\p{Lu}[\p{L}-]{1,15}:\s)/u;

/**
 * Joins the lines of one paragraph where a program wrapped them: a line end is the program's where the next word
 * would not have fitted into the width of the paragraph. All other line ends are the writer's and stay.
 */
export function unwrapped(lines: readonly string[], firstLine: number): LogicalLine[] {
  const width = lines.reduce((longest, line) => Math.max(longest, line.trimEnd().length), 0);
  const wraps = width >= narrowestWrap && width <= widestWrap;
  const logical: { parts: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = logical.at(-1);
    const before = lines[index - 1];
    const joins =
      wraps &&
      last !== undefined &&
      before !== undefined &&
      !standsAlone.test(line) &&
      isForced(before, line, width);
    if (joins) last.parts.push(line.trim());
    else logical.push({ parts: [line.trimEnd()], line: firstLine + index });
  }
  return logical.map(({ parts, line }) => ({ text: parts.join(' '), line }));
}

function isForced(before: string, line: string, width: number): boolean {
  const next = line.trim();
  const space = next.search(/\s/);
  const firstWord = space === -1 ? next.length : space;
  const length = before.trimEnd().length;
  // Where a sentence ends with its line the longest line is no sign of wrapping: it may just be the longest.
  if (length === width && /[.!?:…。]["”»)]?\s*$/.test(before) && /^[\p{Lu}\p{N}]/u.test(next)) return false;
  return length + 1 + firstWord > width;
}
