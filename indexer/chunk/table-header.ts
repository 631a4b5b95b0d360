import type { TextRange } from '../sources/parser.ts';
import { weigh } from './weigh.ts';

/** The names of a table's columns, for the chunks of it that do not hold its header. */
export interface ColumnNames {
  /** Where the header begins, in UTF-16 offsets of the document's text. */
  readonly start: number;
  readonly names: string;
  readonly words: number;
}

/** A chunk's rows matter more than its columns' names: a header over this many words is cut, against tables of 20,000 columns. */
const mostHeaderWords = 40;
/** Characters of a header that are looked at. */
const mostHeaderChars = 600;

/** The header row at `range`, whole columns of it as far as they fit. */
export function columnNames(text: string, { start, end }: TextRange): ColumnNames {
  const columns = text.slice(start, Math.min(end, start + mostHeaderChars)).split(' | ');
  let names = '';
  let words = 0;
  for (const column of columns) {
    const next = names === '' ? column : `${names} | ${column}`;
    const size = weigh(next, 0, next.length);
    if (size > mostHeaderWords) break;
    names = next;
    words = size;
  }
  return { start, names: names.toWellFormed(), words };
}
