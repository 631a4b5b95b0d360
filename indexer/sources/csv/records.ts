import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Dialect } from './dialect.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** The line of the file that it begins in, counting from 1. */
  readonly line: number;
}

/** A record longer than this is no record: against a quote that is never closed and swallows the file. */
const mostRecordBytes = 1_000_000;
/** What the parser is fed at a time, so that leaving it early costs no more than was read. */
const slicedChars = 65_536;

/**
 * The records of separated values (RFC 4180, taken loosely), empty ones left out. Where quotes do not pair up the rest
 * is read again with quotes as plain characters, from the record that failed.
 */
export async function* recordsOf(text: string, { delimiter, skipped }: Dialect): AsyncIterable<CsvRecord> {
  const firstLine = skipped > 0 ? 2 : 1;
  let next = firstLine;
  try {
    for await (const record of parsed(text.slice(skipped), delimiter, true, firstLine)) {
      next = record.line + linesIn(record);
      yield record;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* parsed(fromLine(text, next), delimiter, false, next);
  }
}

async function* parsed(
  text: string,
  delimiter: string,
  quotes: boolean,
  firstLine: number,
): AsyncIterable<CsvRecord> {
  const parser = parse({
    delimiter,
    quote: quotes ? '"' : false,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: mostRecordBytes,
    info: true,
  });
  const source = Readable.from(slices(text));
  source.pipe(parser);
  try {
    for await (const read of parser) {
      // With `info` csv-parse yields this shape, which its types leave open.
      const { record, info } = read as { record: string[]; info: { lines: number } };
      const line = firstLine - 1 + info.lines - linesIn({ cells: record }) + 1;
      yield { cells: record, line };
    }
  } finally {
    source.destroy();
  }
}

function* slices(text: string): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    // A slice that ends inside a surrogate pair would break its character.
    const last = text.charCodeAt(at + slicedChars - 1);
    const end = at + slicedChars + (last >= 0xd800 && last <= 0xdbff ? 1 : 0);
    yield text.slice(at, end);
    at = end;
  }
}

/** Lines that a record takes. */
function linesIn({ cells }: Pick<CsvRecord, 'cells'>): number {
  let lines = 1;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function fromLine(text: string, line: number): string {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = text.indexOf('\n', at);
    if (end === -1) return '';
    at = end + 1;
  }
  return text.slice(at);
}
